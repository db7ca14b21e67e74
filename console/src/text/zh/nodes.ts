export const nodes = {
  'until.key': '只认区分键',
  'until.key.any': '任何这样的事件',
  'until.key.COMMUNITY': '事件的社群就是区分键',
  'until.key.OBJECT': '事件的对象就是区分键',
  'until.key.property': '事件的某个属性就是区分键',
  'until.key.name': '属性名',
  'until.say.key': '{until}（限区分键）',
};
