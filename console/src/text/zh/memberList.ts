/** The list of members, a member’s page and the search over everything: what comes with them, not with the first page. */
export const memberList = {
  'found.tooMany': '以“{typed}”开头的用户超过 1,000 位，请再多输入几位',
  'found.exact': '只列出标识或姓名正好是“{typed}”的用户，还有别的以它开头',
  'found.all': '列出所有以它开头的',
  'found.short': '再输入一个字符就开始查找用户',
  'found.lost': '有一部分没能查到，下面可能不全',
  'found.tooMany.file': '以它开头的用户太多，名单是空的，没有可导出的',
  'timeline.lost.changes': '阶段和分层的变化没有读到，下面可能不全',
  'timeline.lost.merges': '身份合并没有读到，下面可能不全',
  'timeline.reaching': '正在计算更早的阶段和分层变化',
  'timeline.before': '{day} 之前的阶段和分层变化没有计算',
  'radar.lost': '同阶段的中位数没有读到',
};
