-- A post is a piece of content. The file's times are US Eastern.
SELECT 'Content Published'                                                    AS event,
       strptime(created_at, '%m/%d/%Y %H:%M') AT TIME ZONE 'America/New_York' AS ts,
       author                                                                 AS id_author,
       'post-' || id                                                          AS event_id,
       id                                                                     AS object,
       {'content_id': id, 'title': title, 'url': url, 'points': num_points, 'comments': num_comments} AS properties
FROM input
