"""The books by pamongctl: every one in every form, at a village and at a kecamatan, and what is refused."""
import os
import re
import sqlite3
import zipfile
from harness import Story, done, VILLAGE, DISTRICT

BOOKS = {'B1': 16, 'B2': 13, 'B3': 33, 'B4': 15, 'B5': 19}

with Story('every book in every form') as s:
    d = s.desk('desa')
    d.ctl('practice', '--seed', '5', '--village', VILLAGE, '--residents', '200')
    names = [r['name'] for r in d.ctl('report', 'list')['items']]
    assert {'b1', 'b2', 'b3', 'b4', 'b5', 'statistik', 'lansia', 'belum-ktp'} <= set(names), names
    for book, columns in BOOKS.items():
        found = d.ctl('report', 'book', book, '--month', '2026-11')
        assert len(found['columns']) == columns and found['total'] == sum(r['kind'] == 'row' for r in found['items']), book
        for ending, start in (('pdf', b'%PDF'), ('xlsx', b'PK'), ('csv', b'\xef\xbb\xbf')):
            path = os.path.join(d.folder, book + '.' + ending)
            assert d.ctl('report', 'book', book, '--month', '2026-11', '--out', path)['file'] == path
            assert open(path, 'rb').read(4).startswith(start), path
        book_file = zipfile.ZipFile(os.path.join(d.folder, book + '.xlsx'))
        assert not book_file.testzip()
        sheet = book_file.read('xl/worksheets/sheet1.xml').decode()
        widths = [float(w) for w in re.findall(r'<col [^>]*width="([\d.]+)"', sheet)]
        assert min(widths) >= 2 and (book not in ('B1', 'B5') or sum(w >= 17 for w in widths) >= 2), widths  # sixteen digits are not broken
        rows = re.findall(r'<row ([^>]*)>(.*?)</row>', sheet, re.S)
        framed = [attributes for attributes, cells in rows if cells.count('<c ') >= columns]
        assert framed and all('customHeight' in a for a in framed), book  # whoever opens it, nothing that wraps is cut
    people = d.ctl('report', 'book', 'b1')['total']
    recap = d.ctl('report', 'book', 'b3')['items'][-1]
    assert people == 200 == recap['cells'][31] and recap['kind'] == 'total', (people, recap)
    assert d.ctl('report', 'statistics')['items'][0]['kind'] == 'section'
    hamlet = d.ctl('report', 'book', 'b3')['items'][0]['cells'][1]
    assert d.ctl('report', 'book', 'b1', '--dusun', hamlet)['total'] == d.ctl('report', 'book', 'b3')['items'][0]['cells'][31]

with Story('a file of people has its line in the log; what is wrong is said') as s:
    d = s.desk('desa')
    d.ctl('practice', '--seed', '5', '--village', VILLAGE, '--residents', '60')
    d.ctl('report', 'book', 'b5', '--out', os.path.join(d.folder, 'a.pdf'), '--reason', 'laporan ke camat')
    log = [w for w, in sqlite3.connect(os.path.join(d.folder, 'pamong.db')).execute("SELECT what FROM access_log WHERE what LIKE 'export%'")]
    assert len(log) == 1 and 'laporan ke camat' in log[0], log
    d.refused(2, 'report', 'book', 'b9')
    d.refused(2, 'report', 'book', 'b1', '--format', 'doc', '--out', os.path.join(d.folder, 'a.doc'))
    d.refused(1, 'report', 'book', 'b3', '--month', '2026-13')
    d.refused(1, 'report', 'book', 'b3', '--out', os.path.join(d.folder, 'tidak', 'ada.pdf'))

with Story('a kecamatan sees its villages, one or all') as s:
    k = s.desk('kecamatan', level='district', area=DISTRICT)
    k.ctl('practice', '--seed', '9', '--area', DISTRICT)
    recap = k.ctl('report', 'book', 'b3')
    rows = [r['cells'] for r in recap['items'] if r['kind'] == 'row']
    assert len(rows) == 12 and sum(r[31] for r in rows) == recap['items'][-1]['cells'][31], rows
    one = k.ctl('report', 'book', 'b3', '--village', VILLAGE)['items'][-1]['cells'][31]
    assert one in [r[31] for r in rows] and one == k.ctl('report', 'book', 'b1', '--village', VILLAGE)['total'], one

done()
