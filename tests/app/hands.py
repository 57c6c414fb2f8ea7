"""Hands on the real program: a screen of our own, its windows, real keys, pictures of it; and the typing of a family card from its JSON.

Xvfb, a window manager (without one no key arrives) and xdotool. PAMONG, PAMONG_CTL, PAMONG_CARDS and PAMONG_CODES come from meson.
"""
import csv
import json
import os
import shutil
import signal
import subprocess
import tempfile
import time

PAMONG, CTL, CARDS, CODES = (os.environ[name] for name in ('PAMONG', 'PAMONG_CTL', 'PAMONG_CARDS', 'PAMONG_CODES'))
TOOLS = ('Xvfb', 'openbox', 'xdotool')
STILL = 0.6  # seconds without a change on the screen: it waits for keys
PATIENCE = 60
LISTS = {'sex': 'jenis_kelamin', 'religion': 'agama', 'education': 'pendidikan_kk', 'occupation': 'pekerjaan', 'blood_type': 'golongan_darah',
         'marital_status': 'status_kawin', 'shdk': 'shdk', 'nationality': 'kewarganegaraan'}
CARD_FIELDS = ['kk_number', 'address', 'dusun', 'rt', 'rw', 'postcode']
PERSON_FIELDS = ['name', 'nik', 'sex', 'birth_place', 'birth_date', 'religion', 'education', 'occupation', 'blood_type', 'marital_status', 'marriage_date',
                 'shdk', 'nationality', 'passport', 'kitas', 'father_name', 'mother_name']


def missing_tool():
    return next((tool for tool in TOOLS if shutil.which(tool) is None), None)


def labels(name):
    with open(os.path.join(CODES, name + '.csv'), encoding='utf-8') as f:
        return {int(row['code']): row['label'] for row in csv.DictReader(f)}


LABELS = {field: labels(name) for field, name in LISTS.items()}


def at_work(pid):
    """One of its threads runs, waits for its turn or for the disk."""
    try:
        for task in os.listdir('/proc/%d/task' % pid):
            with open('/proc/%d/task/%s/stat' % (pid, task), encoding='ascii', errors='replace') as f:
                if f.read().rsplit(')', 1)[1].split()[0] in 'RD':
                    return True
    except OSError:
        pass  # it has just ended
    return False


class Screen:
    """Nothing blinks and nothing moves by itself, so a still picture means that the program waits."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix='pamong-screen-')
        read, write = os.pipe()
        self.server = subprocess.Popen(['Xvfb', '-displayfd', str(write), '-screen', '0', '1366x768x24', '-nolisten', 'tcp', '-noreset', '-fbdir', self.folder],
                                       pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as line:
            display = line.readline().strip()
        os.makedirs(os.path.join(self.folder, 'gtk-4.0'))
        with open(os.path.join(self.folder, 'gtk-4.0', 'settings.ini'), 'w', encoding='utf-8') as f:
            f.write('[Settings]\ngtk-cursor-blink=false\ngtk-enable-animations=false\n')
        self.env = dict(os.environ, DISPLAY=':' + display, GSK_RENDERER='cairo', GDK_BACKEND='x11', NO_AT_BRIDGE='1', GTK_A11Y='none', XDG_CONFIG_HOME=self.folder)
        self.manager = subprocess.Popen(['openbox'], env=self.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.run('mousemove', '1365', '767')

    def run(self, *words):
        return subprocess.run(['xdotool', *words], env=self.env, check=True, capture_output=True, text=True, timeout=PATIENCE).stdout

    def pixels(self):
        with open(os.path.join(self.folder, 'Xvfb_screen0'), 'rb') as f:
            return f.read()

    def settle(self, pid=None, still=STILL):
        """Until nothing has changed for a while, and nobody who could change it is at work: on a busy computer a program that waits for its turn draws nothing either."""
        last, since, end = self.pixels(), time.monotonic(), time.monotonic() + PATIENCE
        while time.monotonic() - since < still and time.monotonic() < end:
            time.sleep(0.05)
            now = self.pixels()
            if now != last or any(at_work(p) for p in (pid, self.server.pid) if p):
                last, since = now, time.monotonic()

    def picture(self, path):
        subprocess.run(['convert', 'xwd:' + os.path.join(self.folder, 'Xvfb_screen0'), path], check=False, stderr=subprocess.DEVNULL)

    def close(self):
        for process in (self.manager, self.server):
            process.terminate()
            process.wait(20)
        shutil.rmtree(self.folder, ignore_errors=True)


class Program:
    """One running Pamong. Counts the letters typed and the keys pressed beside them."""

    def __init__(self, screen, folder, *words, **env):
        self.screen, self.letters, self.keys = screen, 0, 0
        self.process = subprocess.Popen([PAMONG, '--data', folder, *words], env=dict(screen.env, **env))
        self.window = self.find()
        self.come()

    def find(self, name='^Pamong$'):
        """Its window of that name. A search ends with an error when any window goes while it looks."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                return self.screen.run('search', '--sync', '--all', '--onlyvisible', '--pid', str(self.process.pid), '--name', name).split()[0]
            except subprocess.CalledProcessError:
                if time.monotonic() > end or self.process.poll() is not None:
                    raise
                time.sleep(0.1)

    def come(self):
        """To the front, with the keyboard."""
        self.screen.run('windowactivate', '--sync', self.window)
        self.settle()

    def type(self, text):
        if text:
            self.screen.run('type', '--delay', '6', text)
            self.letters += len(text)

    def press(self, *keys):
        self.screen.run('key', '--delay', '12', *keys)
        self.keys += sum(key.count('+') + 1 for key in keys)  # Ctrl+S is two keys

    def cell(self, text):
        self.type(text)
        self.press('Return')

    def settle(self):
        self.screen.settle(self.process.pid)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(20)

    def quit(self):
        """As one closes a window by the keyboard; the program ends well."""
        self.press('alt+F4')
        status = self.process.wait(30)
        assert status == 0, 'the program ended with %d' % status

    def ended(self):
        return self.process.poll() is not None


def printed(field, value):
    """What stands on the paper for a value; codes by as many words as tell them apart, all of them letters of the card."""
    if value is None:
        return ''
    if field == 'sex':
        return 'L' if value == 1 else 'P'
    if field in LABELS:
        label, all_labels = LABELS[field][value], LABELS[field].values()
        short = label.split('/')[0]
        return short if sum(other.startswith(short) for other in all_labels) == 1 else label
    if field.endswith('_date'):
        return ''.join(reversed(value.split('-')))
    return value.lower() if field in ('name', 'father_name', 'mother_name') else value


def offered(field, row, members):
    """What the sheet offers faintly in this cell, so that a bare Enter is enough; None when nothing is offered."""
    person, head, above = members[row], members[0], members[row - 1] if row else None
    spouse = row == 1 and head['marital_status'] == 2 and person['sex'] != head['sex'] and person['birth_date'] < '2008'
    if field in ('sex', 'birth_date') and person.get('nik'):
        return person[field]  # the example cards agree with their NIK
    if field in ('birth_place', 'religion') and above:
        return above.get(field)
    if field in ('education', 'occupation') and person['birth_date'] > '2021':
        return 1
    if field == 'marital_status':
        return 2 if row == 0 or spouse else 1
    if field == 'marriage_date':
        return head.get(field) if spouse and person['marital_status'] in (0, 2) else None
    if field == 'shdk':
        return 1 if row == 0 else 3 if spouse else 4
    if field == 'nationality':
        return 1
    if field in ('father_name', 'mother_name') and person['shdk'] == 4:
        sex = 1 if field == 'father_name' else 2
        return next((m['name'] for m in members[:row] if m['shdk'] in (1, 2, 3) and m['sex'] == sex), None)
    return None


def passed_over(field, person):
    return (field == 'marriage_date' and person['marital_status'] == 1) or field in ('passport', 'kitas')


def type_person(program, row, members, fields=PERSON_FIELDS):
    person = members[row]
    for field in fields:
        if not passed_over(field, person):
            value = person.get(field)
            program.cell('' if value == offered(field, row, members) else printed(field, value))


def type_head(program, card):
    for field in CARD_FIELDS:
        program.cell(card.get(field) or '')


def type_card(program, card):
    type_head(program, card)
    for row in range(len(card['members'])):
        type_person(program, row, card['members'])


def load_card(n):
    with open(os.path.join(CARDS, 'kartu-%d.json' % n), encoding='utf-8') as f:
        return json.load(f)


def same_card(card, stored):
    """Field for field; capitals are the sheet's own."""
    for field in CARD_FIELDS:
        assert (stored.get(field) or '').upper() == (card.get(field) or '').upper(), '%s: %r, on the card %r' % (field, stored.get(field), card.get(field))
    by_name = {m['name']: m for m in stored['members']}
    assert len(by_name) == len(card['members']), 'people: %s' % sorted(by_name)
    for person in card['members']:
        got = by_name[person['name'].upper()]
        for field in PERSON_FIELDS:
            want, have = person.get(field), got.get(field)
            assert str(have or '').upper() == str(want or '').upper(), '%s, %s: %r, on the card %r' % (person['name'], field, have, want)
