-- whoever is to follow up an order («theo dõi, đôn đốc») has a part of its own
alter table task_role drop constraint task_role_role_check;
alter table task_role add constraint task_role_role_check check (role in ('lead', 'coordinate', 'advise', 'submit-to', 'via', 'follow-up'));
alter table task_body drop constraint task_body_role_check;
alter table task_body add constraint task_body_role_check check (role in ('coordinate', 'advise', 'submit-to', 'via', 'follow-up'));
alter table directive_body drop constraint directive_body_part_check;
alter table directive_body add constraint directive_body_part_check check (part in ('owner', 'issuer', 'standing', 'lead', 'coordinate', 'advise', 'submit-to', 'via', 'follow-up', 'plan', 'recipient'));
