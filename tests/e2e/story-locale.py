"""A computer set up in English or Japanese, or badly: words, numbers, dates and order stay as they are."""
import os
import subprocess
from harness import Story, done, CTL, SERVER, VILLAGE

MADE = os.environ.get('PAMONG_LOCALES')      # en_US.UTF-8 and ja_JP.UTF-8, where the system can make them
SETTINGS = {
    'none': {},
    'no such locale': {'LC_ALL': 'xx_XX.UTF-8'},
    'C': {'LC_ALL': 'C'},
}
if MADE:
    assert os.path.isdir(os.path.join(MADE, 'ja_JP.UTF-8')), 'the locales were not made'
    SETTINGS.update({
        'en_US': {'LANG': 'en_US.UTF-8', 'LANGUAGE': 'en_US:en'},
        'ja_JP': {'LC_ALL': 'ja_JP.UTF-8', 'LANGUAGE': 'ja'},
        'messages alone in C': {'LANG': 'en_US.UTF-8', 'LC_MESSAGES': 'C'},
    })


def run(settings, *words):
    env = {k: v for k, v in os.environ.items() if not k.startswith('LC_') and k not in ('LANG', 'LANGUAGE')}
    env.update(settings, **({'LOCPATH': MADE} if MADE else {}))
    r = subprocess.run(words, env=env, capture_output=True, text=True, encoding='utf-8', timeout=120)
    return r.returncode, r.stdout, r.stderr


with Story('the same words and numbers in every locale') as s:
    d, centre = s.desk('desa'), s.centre()
    d.ctl('practice', '--seed', '5', '--village', VILLAGE, '--residents', '120')
    centre.admin('target', '--village', VILLAGE, '--residents', '3200')
    asked = [
        (CTL, '--data', d.folder, '--operator', d.operator, 'resident', 'list', '--all'),
        (CTL, '--data', d.folder, '--operator', d.operator, '--json', 'status'),
        (CTL, '--data', d.folder, '--operator', d.operator, 'resident', 'show', '0000000000000000'),
        (CTL, '--data', os.path.join(s.folder, 'tidak-ada'), 'status'),
        (SERVER, 'admin', 'target', '--data', centre.folder),
        (SERVER, 'admin', 'target', '--village', VILLAGE, '--residents', '3.200', '--data', centre.folder),
    ]
    wanted = [run({'LC_ALL': 'C.UTF-8'}, *words) for words in asked]
    assert [w[0] for w in wanted] == [0, 0, 1, 1, 0, 1], [w[0] for w in wanted]
    assert 'Belum ada data Pamong di folder ini' in wanted[3][2] and 'tanpa titik' in wanted[5][2], wanted[3:]
    for name, settings in SETTINGS.items():
        for words, want in zip(asked, wanted):
            got = run(settings, *words)
            assert got == want, '%s: %s: %r' % (name, words[-1], got)

done()
