"""The program tests itself, as it was delivered: every view, every language, one sheet."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from desktop import bundled
from desktop.domain.problems import N_, AtlasError
from desktop.l10n.language import Language

NO_QT_CATALOG = N_("Qt's own texts are missing in {language}: install the program again.")
EMPTY_VIEW = N_("The view “{view}” is empty in {language}: install the program again.")
NO_SHEET = N_("A sheet came out empty in {language}: install the program again.")
PASSED = N_("All is well: {views} views in {languages} languages, and {sheets} sheets.")


def selftest(
    options: argparse.Namespace, language: Language, languages: Mapping[str, Language]
) -> int:
    """Open every view and write a sheet of each kind in every language; AtlasError for a failure.

    The report is in `language`.
    """
    if sys.platform == "linux" and not (os.environ.keys() & {"DISPLAY", "WAYLAND_DISPLAY"}):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # After the platform is chosen, and only here: this is the slow part.
    from desktop.app import Program, make_application
    from desktop.domain.sheet_orders import SheetOrder
    from desktop.l10n.qt import QtLanguage
    from desktop.sheets.one_page.making import paper_of
    from desktop.sheets.one_page.memory.reading import read_content
    from desktop.sheets.one_page.sheet import sheet_kinds
    from desktop.ui import views
    from desktop.ui.frame.navigation import Address
    from desktop.ui.view import settle

    application = make_application()
    qt_language = QtLanguage()
    sheets = 0
    with tempfile.TemporaryDirectory() as folder:
        data = options.data or bundled.atlas()
        program = Program(application, languages, data, Path(folder))
        program.start()
        one_of_each_kind = {kind: id_ for id_, kind in sheet_kinds(program.library).items()}
        for tested in languages.values():
            if not qt_language.install(application, tested):
                raise AtlasError(NO_QT_CATALOG, language=tested.own_name)
            qt_language.remove(application)
            program.choose_language(tested.code)
            country = program.context.country().title[tested.code]
            for spec in views.ALL:
                program.window.go(Address(spec.key, query=country))
                view = program.window.view(spec.key)
                application.processEvents()
                settle(view)
                if view.is_empty:
                    raise AtlasError(EMPTY_VIEW, view=spec.key, language=tested.own_name)
            for record_id in one_of_each_kind.values():
                order = SheetOrder(record_id, (tested.code,))
                pdf = paper_of(program.library, order, languages).pdf()
                if read_content(pdf, Path(folder), program.library.languages).order != order:
                    raise AtlasError(NO_SHEET, language=tested.own_name)
                sheets += 1
        program.close()
    sentence = language.gettext(PASSED)
    print(sentence.format(views=len(views.ALL), languages=len(languages), sheets=sheets))
    return 0
