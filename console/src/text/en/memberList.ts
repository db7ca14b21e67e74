/** The list of members, a member’s page and the search over everything: what comes with them, not with the first page. */
export const memberList = {
  'found.tooMany': 'More than 1,000 members begin with “{typed}”: type a little more',
  'found.exact': 'Only whose identifier or name is exactly “{typed}”; others begin so',
  'found.all': 'List all that begin so',
  'found.short': 'One more character, and members are looked for',
  'found.lost': 'Some of it could not be looked up; what follows may not be all',
  'found.tooMany.file': 'Too many begin so: the list is empty, and there is nothing to export',
  'timeline.lost.changes': 'The changes of stage and layer could not be read; what follows may not be all',
  'timeline.lost.merges': 'The merges of identifiers could not be read; what follows may not be all',
  'timeline.reaching': 'Earlier changes of stage and layer are being computed',
  'timeline.before': 'Changes of stage and layer before {day} are not computed',
  'radar.lost': 'The medians of the same stage could not be read',
};
