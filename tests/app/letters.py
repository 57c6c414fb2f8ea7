"""An SKTM from F3 to paper, a person known by name, by real keys: counted. The printer is the file backend, named as the printer chosen last."""
import gettext
import os
import subprocess
import sys
from hands import missing_tool
from harness import Desk, VILLAGE
from journey import Journey, until

OPERATOR, RESIDENTS, MOST_KEYS = 'Peserta', 300, 15


def known_by_name(desk):
    """A grown person with a NIK whom nobody else is found with."""
    people = sorted((p for p in desk.people().values() if p['status'] == 'alive'), key=lambda p: p['name'])
    for p in people:
        words = set(p['name'].split())
        if len(words) > 1 and p.get('nik') and p.get('family_uid') and p['birth_date'] < '1996' and sum(words <= set(q['name'].split()) for q in people) == 1:
            return p
    raise AssertionError('nobody is known by name alone')


def choose_printer(j, paper):
    """What a village's computer remembers after its first letter."""
    folder = os.path.join(j.screen.folder, 'pamong')
    os.makedirs(folder, exist_ok=True)
    name = gettext.translation('gtk40', '/usr/share/locale', languages=['id'], fallback=True).gettext('Print to File')
    with open(os.path.join(folder, 'printer.ini'), 'w', encoding='utf-8') as f:
        f.write('[Print Settings]\nprinter=%s\noutput-file-format=pdf\noutput-uri=file://%s\n' % (name, paper))


def words_on(paper):
    return ' '.join(subprocess.run(['pdftotext', '-layout', paper, '-'], check=True, capture_output=True, text=True).stdout.split())


def is_whole(paper):
    return os.path.exists(paper) and open(paper, 'rb').read().rstrip().endswith(b'%%EOF')


def print_it(program, paper):
    program.press('ctrl+p')
    program.find('^(Cetak|Print)$')
    program.settle()
    program.press('Return')  # the printer chosen last
    until(lambda: is_whole(paper), 'the paper')
    program.settle()


def issue(j, program, name, purpose, paper):
    letters, keys = program.letters, program.keys
    program.press('F3')
    program.settle()
    program.type(name.lower())
    program.settle()
    program.press('Return')
    program.settle()
    program.press('Return')  # SKTM stands first
    program.settle()
    program.type(purpose)
    print_it(program, paper)
    return program.letters - letters, program.keys - keys


def run():
    print('1..2', flush=True)
    missing = missing_tool() or (None if subprocess.run(['which', 'pdftotext'], capture_output=True).returncode == 0 else 'pdftotext')
    if missing:
        print('ok 1 # SKIP no %s\nok 2 # SKIP no %s' % (missing, missing))
        return
    j = Journey()
    try:
        paper = j.path('paper.pdf')
        choose_printer(j, paper)
        desk = j.desk('village', 'village', VILLAGE, OPERATOR)
        desk.ctl('practice', '--seed', '7', '--village', VILLAGE, '--residents', str(RESIDENTS))
        desk.ctl('official', 'add', '-f', 'name=SUPRIYANTO', '-f', 'post=1', '-f', 'since=2020-01-01')
        person = known_by_name(desk)
        program = j.program('village', '--account', OPERATOR)
        j.picture('home')
        letters, keys = issue(j, program, person['name'], 'keringanan biaya sekolah', paper)
        j.picture('issued')
        print('# SKTM from F3 to paper: %d keys beyond %d letters' % (keys, letters), flush=True)
        assert keys <= MOST_KEYS, keys
        text = words_on(paper)
        for words in ('SURAT KETERANGAN TIDAK MAMPU', person['name'], person['nik'], 'keringanan biaya sekolah', 'SUPRIYANTO'):
            assert words in text, '%s is not on the paper: %s' % (words, text)
        j.reached('an SKTM from F3 to paper in at most %d keys beyond the text' % MOST_KEYS)

        os.unlink(paper)
        before = program.keys
        program.press('ctrl+l')
        program.settle()
        print_it(program, paper)
        print('# once more for the same person: %d keys' % (program.keys - before), flush=True)
        again = words_on(paper)
        assert person['name'] in again and again != text, again
        j.reached('once more for the same person by Ctrl+L and Ctrl+P, with a number of its own')
        program.quit()
    except AssertionError:
        j.picture('failed')
        raise
    finally:
        j.close()


if __name__ == '__main__':
    sys.exit(run())
