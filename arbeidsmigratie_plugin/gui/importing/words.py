"""Words of the import: fields, columns, addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...i18n import told, tr

if TYPE_CHECKING:
    from ...core.address import Address
    from ...core.preview import Preview, PreviewColumn

#: Columns that are named one by one; of more the number is told.
_NAMED = 8


def field_words() -> dict[str, str]:
    """Our fields of a delivery, in the words of the interface."""
    return {
        "postcode": tr("Postcode"),
        "huisnummer": tr("House number"),
        "huisletter": tr("House letter"),
        "toevoeging": tr("Addition"),
        "aanduiding": tr("Near or opposite"),
        "straat": tr("Street"),
        "openbare_ruimte": tr("Street in full"),
        "woonplaats": tr("Place"),
        "gemeentecode": tr("Municipality code"),
        "nummeraanduiding_id": tr("BAG identifier of the address"),
        "adresseerbaarobject_id": tr("BAG identifier of the object"),
        "begindatum": tr("First day of the stay"),
        "einddatum": tr("Last day of the stay"),
    }


def column_name(column: PreviewColumn) -> str:
    """A column as people name it.

    Args:
        column: The column.
    """
    return f"{column.letter} ({column.label})" if column.label else column.letter


def fallen_away(preview: Preview) -> str:
    """Which columns are not read, personal ones first.

    Args:
        preview: Of the delivery.
    """
    columns = sorted((one for one in preview.columns if not one.field), key=lambda one: not one.personal)
    names = ", ".join(column_name(one) for one in columns[:_NAMED])
    if not columns:
        return tr("Nothing personal is read or stored: this file has only address columns.")
    if len(columns) > _NAMED:
        sentence = tr("Nothing personal is read or stored. These columns fall away: {names} and {n} more.")
        return sentence.format(names=names, n=len(columns) - _NAMED)
    return tr("Nothing personal is read or stored. These columns fall away: {names}.").format(names=names)


def found_in(preview: Preview) -> str:
    """Where the addresses were found.

    Args:
        preview: Of the delivery.
    """
    if preview.header_row is None:
        return tr("Sheet {n} of {all}.").format(n=preview.sheet, all=preview.sheets)
    sentence = tr("Sheet {n} of {all}, header on row {row}.")
    return sentence.format(n=preview.sheet, all=preview.sheets, row=preview.header_row)


def why(column: PreviewColumn) -> str:
    """What the tooltip of a column says.

    Args:
        column: The column.
    """
    if column.why is None:
        return tr("Read as: {field}").format(field=field_words().get(column.field, column.field))
    return str(told(column.why))


def address_line(address: Address) -> str:
    """An address on one line; what is not known is left out.

    Args:
        address: The address.
    """
    number = f"{address.huisnummer or ''}{address.huisletter}"
    number = f"{number}-{address.toevoeging}" if address.toevoeging else number
    first = " ".join(part for part in (address.straat, number) if part)
    second = " ".join(part for part in (address.postcode, address.woonplaats) if part)
    line = ", ".join(part for part in (first, second) if part)
    if line:
        return line
    return address.nummeraanduiding_id or address.adresseerbaarobject_id or tr("No address")
