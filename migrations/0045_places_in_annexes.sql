-- what stands in an annex or in a document attached is cited with its name in front: «Phụ lục I, II.1»
with annex as (
  select directive_id, address, position,
    coalesce(
      (regexp_match(lower(text), '^(?:danh mục|bảng phân công|phân công nhiệm vụ|đề cương|kế hoạch|chương trình|quy chế|quy định|đề án|lộ trình|bảng tổng hợp|tổng hợp nhiệm vụ|nhiệm vụ)(?![[:alpha:]])'))[1] || ' kèm theo',
      trim(coalesce((regexp_match(lower(text), '^(?:phụ lục|biểu|mẫu)'))[1], 'phụ lục') || ' ' ||
        coalesce((select case when number[1] ~ '^\d' then number[1] else upper(number[1]) end
          from regexp_match(lower(text), '^(?:phụ lục|biểu|mẫu)(?:\s+số)?[\s:.]*(\d+[a-zđ]?|[ivxl]+|[a-hđ])(?![[:alnum:]])') number), ''))) as name
  from provision where kind = 'annex'
), named as (
  select directive_id, address, upper(left(name, 1)) || substr(name, 2) || case when row_number() over same = 1 then '' else format(' (%s)', row_number() over same) end as name
  from annex window same as (partition by directive_id, name order by position)
)
update task set address = concat_ws(', ', named.name, nullif(task.address, ''))
from provision, named
where provision.id = task.provision_id and named.directive_id = provision.directive_id and named.address = split_part(provision.address, '__', 1);
