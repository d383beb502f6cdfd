-- What one act tells somebody many times over is told together: an act of urging over sixty plans is one notice with sixty things in it, not sixty.
alter table notice add column act_id uuid;
update notice set act_id = coalesce(
  (select urging.act_id from urging where urging.id = notice.thing_id and notice.kind in ('urged', 'answered', 'silent', 'escalated', 'directed', 'urging-done', 'urging-lapsed')),
  (select obligation.directive_id from obligation where obligation.id = notice.thing_id),
  (select plan.directive_id from plan where plan.id = notice.thing_id),
  (select receipt.directive_id from receipt where receipt.id = notice.thing_id),
  (select change.directive_id from change_receipt answer join directive_change change on change.id = answer.change_id where answer.id = notice.thing_id),
  thing_id);
alter table notice alter column act_id set not null;
comment on column notice.act_id is 'What it came with: the act of urging, or the directive that reminders belong to. Notices of one kind and day that came with the same to the same person are told together.';

alter table change_receipt drop constraint change_receipt_state_check;
alter table change_receipt add check (state in ('asked', 'agreed', 'refused', 'noted'));
comment on table change_receipt is 'A receiver''s answer to a change: asked (13), agreed (15), whereupon it is applied to what lies on that body, or refused with a reason (16). Noted: an update that touches nothing of that body, taken note of at once, which counts as answered.';
