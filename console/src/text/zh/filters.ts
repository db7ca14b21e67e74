/** Filters of the list of members which only pictures set; the audit log has them as well. */
export const filters = {
  'filters.activeOn': '当天活跃',
  'filters.activeMonth': '当月活跃',
  'filters.boughtMonth': '当月下单',
  'filters.firstOrderDays': '加入到首单（天）',
};
