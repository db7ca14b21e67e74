-- Journeys part members by what they answered last.
ALTER TABLE journey_instance ADD COLUMN reply TEXT;
COMMENT ON COLUMN journey_instance.reply IS 'What the member answered last since they came in, at most 200 characters, where the journey asks for it; empty: an answer whose words nobody knows';
