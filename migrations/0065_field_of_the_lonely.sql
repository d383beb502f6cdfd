-- a province with nobody registered below it spoke for the whole country: its superior is the centre
create or replace function directive_field(issuer_id uuid, day date) returns uuid
  language sql stable parallel safe
  return (
    select case when body.level = 'central' then null
      when superior.body_id is null or superior.level = 'central' or exists (select from body_version child where child.parent_id = body.body_id and child.valid @> day) then body.body_id
      else superior.body_id end
    from body_version body left join body_version superior on superior.body_id = body.parent_id and superior.valid @> day where body.body_id = issuer_id and body.valid @> day);
comment on function directive_field(uuid, date) is 'Under which body the classes of a directive are meant: everywhere (null) when its issuer is central; else under the issuer, or under its superior when it has nobody below itself and that is not central.';
