"""A home-made workbook by real keys: chosen, its columns matched, a wrong cell seen, written, taken back, and imported again without matching."""
import sys
import zipfile
from xml.sax.saxutils import escape
from harness import Desk, VILLAGE
from journey import go, run, sign_in, until

OPERATOR, RESIDENTS = 'Anik Rahmawati', 40
HEADINGS = ['No', 'Nama Warga', 'N.I.K', 'No KK', 'L/P', 'Tmp Lahir', 'Tgl Lahir', 'Agama', 'Pendidikan', 'Hub', 'Status Kawin', 'Dusun', 'RT', 'RW']
HUB, PEOPLE = HEADINGS.index('Hub'), 12
PAGE = 6  # below Beranda
PARTS = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
                           'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
                           '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
                           '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
                   'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
                       'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Warga RT 1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
                                  'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}


def write_workbook(path, rows):
    sheet = ''.join('<row r="%d">%s</row>' % (n + 1, ''.join('<c r="%s%d" t="inlineStr"><is><t>%s</t></is></c>' % (chr(65 + k), n + 1, escape(cell)) for k, cell in enumerate(row)))
                    for n, row in enumerate(rows))
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as book:
        for name, text in PARTS.items():
            book.writestr(name, text)
        book.writestr('xl/worksheets/sheet1.xml', '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>' % sheet)


def person(i):
    """Each the head of a card; the third was born on a day that is none."""
    date = '31/02/1990' if i == 2 else '%02d/03/1980' % (i + 1)
    return [str(i + 1), 'WARGA ' + chr(65 + i) * 3, '352228%02d0380%04d' % (i + 1, 7001 + i), '35222801012500%02d' % (i + 10), 'L', 'BOJONEGORO', date, 'ISLAM', 'SLTA', 'KEPALA KELUARGA',
            'KAWIN', 'CLEBUNG', '1', '1']


def alive(desk):
    return {p['name']: p for p in desk.people().values() if p['status'] == 'alive'}


def choose(program, path):
    go(program, 'ctrl+o')
    program.type(path)
    go(program, 'Return')



def story(j):
    desk = Desk(j.path('desa'), 'village', VILLAGE, OPERATOR)
    desk.ctl('practice', '--seed', '7', '--village', VILLAGE, '--residents', str(RESIDENTS))
    before, book = alive(desk), j.path('warga.xlsx')
    write_workbook(book, [HEADINGS] + [person(i) for i in range(PEOPLE)])

    program = j.program('desa')
    sign_in(j, program)
    go(program, *['ctrl+Next'] * PAGE)
    j.picture('page')
    choose(program, book)
    j.picture('columns')
    go(program, 'alt+j')  # the row of the headings: the next one, and back
    go(program, 'Down', 'Return')
    j.picture('other-headings')
    go(program, 'alt+j')
    go(program, 'Up', 'Return')
    go(program, 'Tab', 'Tab')
    go(program, *['Return'] * HUB)
    program.type('hubungan')
    go(program, 'Return')
    go(program, 'alt+p')
    program.type('daftar rt')
    j.picture('matched')
    go(program, 'ctrl+s')
    j.picture('outcome')
    assert alive(desk).keys() == before.keys(), 'nothing is written before it is asked for'
    j.reached('a workbook matched column by column and looked through')

    go(program, 'ctrl+s')
    until(lambda: len(alive(desk)) == len(before) + PEOPLE - 1, 'the people of the workbook')
    program.settle()
    j.picture('written')
    after = alive(desk)
    assert 'WARGA CCC' not in after, 'the row with a wrong date stays out'
    assert after['WARGA AAA']['birth_date'] == '1980-03-01' and after['WARGA AAA']['shdk'] == 1
    assert {name: after[name]['uid'] for name in before} == {name: p['uid'] for name, p in before.items()}
    j.reached('written whole; the row with a wrong cell stays out')

    go(program, 'alt+n')
    j.picture('undo')
    go(program, 'alt+l')
    until(lambda: alive(desk).keys() == before.keys(), 'the people to go')
    program.settle()
    j.picture('undone')
    j.reached('taken back')

    rows = [person(i) for i in range(PEOPLE)]
    rows[2][HEADINGS.index('Tgl Lahir')] = '28/02/1990'
    write_workbook(book, [HEADINGS] + rows)
    go(program, 'Escape')
    choose(program, book)
    j.picture('known')
    go(program, 'ctrl+s')
    until(lambda: len(alive(desk)) == len(before) + PEOPLE, 'the mended workbook')
    program.settle()
    assert alive(desk)['WARGA AAA']['uid'] == after['WARGA AAA']['uid'], 'the same people again'
    j.picture('again')
    program.quit()
    assert desk.ctl('check')['ok']
    j.reached('mended, imported again without matching: the same people')


if __name__ == '__main__':
    sys.exit(run(story))
