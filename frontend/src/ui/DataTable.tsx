import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import styles from './DataTable.module.css';
import { Icon } from './Icon';

export type Column<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** end: numbers. Default: start. */
  align?: 'start' | 'end';
  /** actions: buttons; on a phone they stand beside the name of the row. Default: value. */
  kind?: 'value' | 'actions';
  /** Value of the API's `sort` parameter when this column can be sorted: "name". */
  sort?: string;
};

export type DataTableProps<Row> = {
  /** What the table shows; read aloud, and seen unless `captionShown` is "no". */
  caption: string;
  captionShown?: 'yes' | 'no';
  /** The first column names the row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Current order as in the API: "name", "-startsAt". */
  sort?: string;
  onSort?: (sort: string) => void;
  /** On a phone: every row a block of a list (stack, the default) or sideways scrolling (scroll, for figures side by side). */
  phone?: 'stack' | 'scroll';
  /** Stands in place of the rows when there are none. */
  empty?: ReactNode;
};

/** A real table: headers, caption, sort buttons; reachable by keyboard where it scrolls. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionShown = 'yes', columns, rows, rowKey, sort, onSort, phone = 'stack', empty } = props;
  if (rows.length === 0 && empty) return empty;
  return (
    // Roles are written out: with display:block, as rows become blocks, browsers forget that this is a table.
    <section className={styles['region']} data-phone={phone} aria-label={caption} tabIndex={0}>
      <table className={styles['table']} role="table">
        <caption className={captionShown === 'no' ? 'sr-only' : styles['caption']}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column, index) => (
                <Cell key={column.id} column={column} row={row} isRowHeader={index === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell<Row>({ column, row, isRowHeader }: { column: Column<Row>; row: Row; isRowHeader: boolean }) {
  const shared = { 'data-align': column.align, 'data-kind': column.kind, children: column.cell(row) };
  return isRowHeader ? (
    <th scope="row" role="rowheader" {...shared} />
  ) : (
    <td role="cell" data-label={column.header} {...shared} />
  );
}

type HeaderCellProps<Row> = {
  column: Column<Row>;
  sort: string | undefined;
  onSort: ((sort: string) => void) | undefined;
};

function HeaderCell<Row>({ column, sort, onSort }: HeaderCellProps<Row>) {
  const { t } = useLingui();
  const key = column.sort;
  if (key === undefined || onSort === undefined) {
    return (
      <th scope="col" role="columnheader" data-align={column.align}>
        {column.header}
      </th>
    );
  }
  const order = sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : 'none';
  return (
    <th scope="col" role="columnheader" aria-sort={order} data-align={column.align}>
      <button
        type="button"
        className={styles['sort']}
        data-order={order}
        title={order === 'ascending' ? t`Van hoog naar laag` : t`Van laag naar hoog`}
        onClick={() => onSort(order === 'ascending' ? `-${key}` : key)}
      >
        {column.header}
        <Icon name="chevron" size={16} />
      </button>
    </th>
  );
}
