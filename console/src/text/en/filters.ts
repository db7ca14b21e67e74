/** Filters of the list of members which only pictures set; the audit log has them as well. */
export const filters = {
  'filters.activeOn': 'Active on',
  'filters.activeMonth': 'Active in',
  'filters.boughtMonth': 'Ordered in',
  'filters.firstOrderDays': 'Days from joining to the first order',
};
