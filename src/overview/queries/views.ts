import type { Database } from '../../kernel/database.ts'

/** One's own saved views of a page, by name. */
export const viewsOf = (db: Database, personId: string, page: string) =>
  db.selectFrom('savedView').select(['id', 'name', 'query']).where('personId', '=', personId).where('page', '=', page).orderBy('name').execute()

/** Saves a view; one of the same name is replaced. */
export const insertView = (db: Database, view: { personId: string; page: string; name: string; query: string }) =>
  db
    .insertInto('savedView')
    .values(view)
    .onConflict((conflict) => conflict.columns(['personId', 'page', 'name']).doUpdateSet({ query: view.query }))
    .returning('id')
    .executeTakeFirstOrThrow()

/** Removes one of one's own views; undefined when there is none. */
export const deleteView = (db: Database, personId: string, id: string) =>
  db.deleteFrom('savedView').where('personId', '=', personId).where('id', '=', id).returning('id').executeTakeFirst()
