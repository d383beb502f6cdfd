-- The reader gives its reasons in both languages; those given before stay Vietnamese in both.
update task set
  doubts = (select coalesce(jsonb_agg(doubt || jsonb_build_object('why', jsonb_build_object('vi', doubt -> 'why', 'en', doubt -> 'why')) order by at), '[]') from jsonb_array_elements(doubts) with ordinality given(doubt, at)),
  certainty = (select coalesce(jsonb_agg(sure || jsonb_build_object('why', jsonb_build_object('vi', sure -> 'why', 'en', sure -> 'why')) order by at), '[]') from jsonb_array_elements(certainty) with ordinality given(sure, at))
where doubts <> '[]' or certainty <> '[]';
-- A file of which the reading is at hand in the old form is read again where it is needed.
update extraction set reading = null where reading is not null;
