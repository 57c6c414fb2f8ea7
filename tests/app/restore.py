"""The laptop is dead, by real keys: a new one, the first screen, the flash disk; a backup of a newer Pamong and a wrong passphrase on the way; then everybody is there again."""
import os
import shutil
import sys
from harness import Desk, VILLAGE
from journey import go, run, sign_in, until

OPERATOR, RESIDENTS, PASSPHRASE = 'Anik Rahmawati', 40, 'empat kata untuk brankas'
FORMAT = 16  # where a backup says how it is laid out


def choose(program, path):
    go(program, 'alt+p')
    program.type(path)
    go(program, 'Return')


def story(j):
    desk = Desk(j.path('desa'), 'village', VILLAGE, OPERATOR)
    desk.ctl('practice', '--seed', '7', '--village', VILLAGE, '--residents', str(RESIDENTS))
    before, flash, secret = desk.people(), j.path('flash'), j.path('sandi')
    os.mkdir(flash)
    with open(secret, 'w', encoding='utf-8') as f:
        f.write(PASSPHRASE + '\n')
    os.environ['PAMONG_PASSPHRASE_FILE'] = secret
    backup = desk.ctl('backup', 'create', flash)['file']
    newer = os.path.join(flash, 'pamong-baru.cadangan')
    shutil.copy(backup, newer)
    with open(newer, 'r+b') as f:
        f.seek(FORMAT)
        f.write(b'\x02')

    program = j.program('baru')
    go(program, 'alt+g')
    choose(program, newer)
    j.picture('newer')
    go(program, 'Return')  # there is nothing to open: the button waits for another file
    assert not os.path.exists(j.path('baru/pamong.db'))
    choose(program, backup)
    program.type('bukan yang itu')
    go(program, 'Return')
    j.picture('wrong-passphrase')
    assert not os.path.exists(j.path('baru/pamong.db'))
    j.reached('a backup of a newer Pamong and a wrong passphrase put nothing in place')

    program.type(PASSPHRASE)  # over the wrong one
    go(program, 'Return')
    j.picture('compare')
    assert not os.path.exists(j.path('baru/pamong.db')), 'nothing is put anywhere before it is said what it replaces'
    go(program, 'Return')
    until(lambda: os.path.exists(j.path('baru/pamong.db')), 'the backup to be put back')
    program.settle()
    j.picture('done')
    go(program, 'Return')
    sign_in(j, program)
    j.picture('home')
    program.quit()
    again = j.desk('baru', 'village', VILLAGE, OPERATOR)
    assert again.ctl('check')['ok']
    assert {u: (p['name'], p['nik']) for u, p in again.people().items()} == {u: (p['name'], p['nik']) for u, p in before.items()}
    j.reached('everybody is there on the new computer')


if __name__ == '__main__':
    sys.exit(run(story))
