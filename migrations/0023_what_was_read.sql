alter table task add column certainty jsonb not null default '[]', add column read jsonb;
comment on column task.certainty is 'How sure the reader was of each field, why, and on which words of the text that rests.';
comment on column task.read is 'What was read, where somebody has corrected it since: what was changed by hand is what differs from it. Null where nothing was corrected, or nothing was read.';
update task set read = (select before.facts from task_before before where before.task_id = task.id order by before.version limit 1) where origin = 'read' and edited;

alter table extraction add column reading json;
comment on column extraction.reading is 'What was read in the text, worked out beside the requests too.';
