export const nodes = {
  'until.key': 'Of the key alone',
  'until.key.any': 'Any such event',
  'until.key.COMMUNITY': 'Whose community is the key',
  'until.key.OBJECT': 'Whose object is the key',
  'until.key.property': 'Of which a property is the key',
  'until.key.name': 'Property',
  'until.say.key': '{until} (of the key)',
};
