"""A synthetic village as a workbook in OpenSID's layout, read back from the XML within."""
import os
import re
import resource
import signal
import subprocess
import zipfile
from xml.etree import ElementTree
from harness import CTL, DISTRICT, VILLAGE, Story, done

HEADINGS = ('alamat dusun rw rt nama no_kk nik sex tempatlahir tanggallahir agama_id pendidikan_kk_id pendidikan_sedang_id pekerjaan_id status_kawin kk_level '
            'warganegara_id ayah_nik nama_ayah ibu_nik nama_ibu golongan_darah_id akta_lahir dokumen_pasport tanggal_akhir_paspor dokumen_kitas akta_perkawinan '
            'tanggalperkawinan akta_perceraian tanggalperceraian cacat_id cara_kb_id hamil ktp_el status_rekam alamat_sekarang status_dasar suku tag_id_card '
            'id_asuransi no_asuransi lat lng').split()
OURS = {'alamat': 'address', 'dusun': 'dusun', 'rw': 'rw', 'rt': 'rt', 'nama': 'name', 'no_kk': 'kk_number', 'sex': 'sex', 'tempatlahir': 'birth_place',
        'tanggallahir': 'birth_date', 'agama_id': 'religion', 'pendidikan_kk_id': 'education', 'pekerjaan_id': 'occupation', 'status_kawin': 'marital_status',
        'kk_level': 'shdk', 'warganegara_id': 'nationality', 'nama_ayah': 'father_name', 'nama_ibu': 'mother_name', 'golongan_darah_id': 'blood_type'}
ASKED = ('practice', '--seed', '9', '--village', VILLAGE, '--residents', '700')


MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'


def read(path):
    """Rows by heading: words as str, numbers as int, None where nothing stands."""
    with zipfile.ZipFile(path) as z:
        assert z.testzip() is None
        book = ElementTree.fromstring(z.read('xl/workbook.xml'))
        assert [x.get('name') for x in book.iter(MAIN + 'sheet')] == ['Data Penduduk']
        sheet = ElementTree.fromstring(z.read('xl/worksheets/sheet1.xml'))
    rows = []
    for row in sheet.iter(MAIN + 'row'):
        values = [None] * len(HEADINGS)
        for cell in row:
            at = 0
            for letter in re.match('[A-Z]+', cell.get('r')).group(0):
                at = at * 26 + ord(letter) - 64
            text = ''.join(t.text for t in cell.iter(MAIN + 't'))
            values[at - 1] = text if cell.get('t') == 'inlineStr' else int(float(cell.find(MAIN + 'v').text))
        rows.append(values)
    assert rows[0] == HEADINGS, rows[0]
    return [dict(zip(HEADINGS, r)) for r in rows[1:]]


def run(s, *words, **more):
    return subprocess.run([CTL, '--data', os.path.join(s.folder, 'kosong'), '--json', *words], capture_output=True, text=True, timeout=100, **more)


with Story('the workbook holds the same people as the store of that seed') as s:
    out = os.path.join(s.folder, 'desa.xlsx')
    d = s.desk('desa')
    d.ctl(*ASKED)
    made = d.ctl(*ASKED, '--out', out)
    rows = read(out)
    assert made['residents'] == len(rows) == 700 and made['layout'] == 'opensid' and made['without_code'] == [], made
    people = {p['nik']: p for p in d.people().values()}
    assert len(people) == 700
    for row in rows:
        p = people[row['nik']]
        for heading, key in OURS.items():
            assert row[heading] == p[key], (heading, row[heading], p[key])
        assert row['status_dasar'] == 1 and row['lat'] is None and row['id_asuransi'] is None
    assert d.ctl('status')['residents'] == 700                                                  # the store was not asked
    assert os.listdir(s.folder).count('desa.xlsx') == 1 and not [f for f in os.listdir(s.folder) if f.endswith('.part')]

with Story('with words instead of codes, and without any store') as s:
    out = os.path.join(s.folder, 'kata.xlsx')
    assert run(s, *ASKED, '--out', out, '--words').returncode == 0
    assert not os.path.exists(os.path.join(s.folder, 'kosong'))
    rows = read(out)
    assert {r['sex'] for r in rows} == {'LAKI-LAKI', 'PEREMPUAN'} and {r['status_dasar'] for r in rows} == {'HIDUP'}
    assert {r['agama_id'] for r in rows} <= {'ISLAM', 'KRISTEN', 'KATHOLIK', 'BUDHA'}
    assert all(r['kk_level'] in ('KEPALA KELUARGA', 'ISTRI', 'ANAK') for r in rows)
    run(s, *ASKED, '--out', os.path.join(s.folder, 'sama.xlsx'), '--words')
    assert read(os.path.join(s.folder, 'sama.xlsx')) == rows                                    # the same for the same seed

with Story('with the dirt of real workbooks') as s:
    out = os.path.join(s.folder, 'kotor.xlsx')
    assert run(s, 'practice', '--seed', '9', '--village', VILLAGE, '--residents', '3000', '--out', out, '--dirt', '--words').returncode == 0
    rows = read(out)
    assert len(rows) == 3000
    numbers = [r['nik'] for r in rows if not isinstance(r['nik'], str)]
    assert 5 < len(numbers) < 60 and all(n % 10 == 0 and 10 ** 15 <= n for n in numbers), numbers
    assert sum(r['nik'] == '0' for r in rows) > 30
    dates = [r['tanggallahir'] for r in rows]
    for form in (r'\d{4}-\d\d-\d\d', r'\d\d-\d\d-\d{4}', r'\d\d/\d\d/\d{4}', r'\d{1,2} [A-Z]+ \d{4}'):
        assert any(re.fullmatch(form, t) for t in dates), form
    assert any(isinstance(r['rt'], int) for r in rows) and any(r['rt'] == '001' for r in rows)
    assert any(r['dusun'].startswith('DUSUN ') for r in rows) and {'L', 'P', 'BK', 'K'} <= {r['sex'] for r in rows} | {r['status_kawin'] for r in rows}

with Story('what cannot be written says where and what to do, and leaves nothing') as s:
    def refused(path, words, code=1):
        r = run(s, *ASKED, '--out', path)
        assert r.returncode == code and words in r.stderr and os.path.basename(path) in r.stderr, (r.returncode, r.stderr)

    refused(os.path.join(s.folder, 'tidak', 'ada.xlsx'), 'Foldernya belum ada')
    os.mkdir(os.path.join(s.folder, 'map'))
    refused(os.path.join(s.folder, 'map'), 'adalah folder')
    for flags in (['--layout', 'lain'], ['--layout', '../codes/agama'], ['--layout', '']):
        r = run(s, *ASKED, '--out', os.path.join(s.folder, 'x.xlsx'), *flags)
        assert r.returncode == 1 and 'opensid' in r.stderr, r.stderr
    assert run(s, 'practice', '--seed', '9', '--area', DISTRICT, '--out', os.path.join(s.folder, 'x.xlsx')).returncode == 2
    assert sorted(os.listdir(s.folder)) == ['map', 'password'], os.listdir(s.folder)

with Story('a disk that fills up leaves the old workbook as it was') as s:
    out = os.path.join(s.folder, 'desa.xlsx')
    run(s, *ASKED, '--out', out)
    before = open(out, 'rb').read()

    for room in (0, 4096, 60000, len(before) - 2000):                                           # of the rows, of the packed file
        def small():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

        r = run(s, *ASKED, '--out', out, preexec_fn=small)
        assert r.returncode == 4 and 'Disk penuh' in r.stderr and 'desa.xlsx' in r.stderr, (room, r.returncode, r.stderr)
        assert open(out, 'rb').read() == before and sorted(os.listdir(s.folder)) == ['desa.xlsx', 'password'], os.listdir(s.folder)

done()
