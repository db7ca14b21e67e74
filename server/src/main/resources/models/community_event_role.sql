-- community_event_role: what does an event mean for the community in which it happened?
-- inputs: event_name
-- grain:  one row per event name
-- kept:   run
-- JOIN and LEAVE move the membership; MESSAGE and CONTENT are contributions; ACT is anything else a member did there;
-- PASSIVE is what was done to a member, or undone, and says nothing about taking part.
SELECT event_no,
       CASE
           WHEN event = 'Community Joined' THEN 'JOIN'
           WHEN event = 'Community Left' THEN 'LEAVE'
           WHEN event = 'Message Sent' THEN 'MESSAGE'
           WHEN event IN ('Content Published', 'Content Shared') THEN 'CONTENT'
           WHEN event IN ('Community Role Changed', 'Message Delivered', 'Message Dispatched', 'Message Failed', 'Message Suppressed', 'Order Refunded') THEN 'PASSIVE'
           ELSE 'ACT'
       END AS role
FROM event_name
