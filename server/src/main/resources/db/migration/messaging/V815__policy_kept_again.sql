-- The policy of a new brand now knows WeCom's limit, and content by a cap of its own. A brand that has been sending under the one
-- before, and never saved its own, keeps that.
INSERT INTO reach_policy (version, rules, note, created_by, created_at)
SELECT 1, '[
  {"kind": "CONSENT", "name": "没说不 · No means no",
   "applies": {"channels": [], "categories": [], "exceptCategories": ["service"]}, "mustBeGiven": false},
  {"kind": "CONSENT", "name": "营销需同意 · Marketing needs a yes",
   "applies": {"channels": ["sms", "email"], "categories": [], "exceptCategories": ["service"]}, "mustBeGiven": true},
  {"kind": "HOLDOUT", "name": "全局对照 · Global holdout",
   "applies": {"channels": [], "categories": [], "exceptCategories": ["service"]}},
  {"kind": "QUIET_HOURS", "name": "夜间免打扰 · Quiet by night",
   "applies": {"channels": [], "categories": [], "exceptCategories": ["service"]}, "from": "22:00", "to": "08:00", "then": "LATER"},
  {"kind": "FREQUENCY_CAP", "name": "短信一周两条 · Two texts a week",
   "applies": {"channels": ["sms"], "categories": [], "exceptCategories": ["service"]}, "most": 2, "hours": 168, "then": "SKIP"},
  {"kind": "FREQUENCY_CAP", "name": "每天三次 · Three a day",
   "applies": {"channels": [], "categories": [], "exceptCategories": ["service"]}, "most": 3, "hours": 24, "then": "LATER"},
  {"kind": "YIELD", "name": "要紧的先说 · First things first",
   "applies": {"channels": [], "categories": [], "exceptCategories": ["service"]}, "minutes": 30}
]'::jsonb, '', 'system', now()
WHERE EXISTS (SELECT FROM message) AND NOT EXISTS (SELECT FROM reach_policy);
