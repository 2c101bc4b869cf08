# The page's fonts out of the npm package: python3 fonts.py PACKAGE_FOLDER OUT_FOLDER
# Only the weights that the page sets, without hints for old screens; under a name of their own, as the licence
# asks of what was changed.
import io
import sys
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

WEIGHTS = (400, 700)
NAME = 'Explorer Serif'
# What the page sets by default or in its style sheets; alternates like small capitals weigh more than the letters.
FEATURES = ['calt', 'ccmp', 'kern', 'liga', 'locl', 'mark', 'mkmk', 'onum', 'tnum']
# Of the second part, what names are written in: no phonetic letters, no currencies of long ago.
PHONETIC = {*range(0x0250, 0x02B0), *range(0x1D00, 0x1DC0), *range(0x2C60, 0x2C80), *range(0xA720, 0xA800)}

for part in ('latin', 'latin-ext'):
    font = TTFont(f'{sys.argv[1]}/files/source-serif-4-{part}-wght-normal.woff2')
    whole = io.BytesIO()
    instantiateVariableFont(font, {'wght': WEIGHTS}).save(whole)
    font = TTFont(whole, recalcTimestamp=False)
    options = Options(layout_features=FEATURES, hinting=False, name_IDs=['*'], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=set(font.getBestCmap()) - PHONETIC)
    subsetter.subset(font)
    for record in font['name'].names:
        if record.nameID in (1, 3, 4, 6, 16, 21, 25):
            record.string = NAME.replace(' ', '') if record.nameID in (3, 6, 25) else NAME
    # The same bytes at each run.
    font['head'].modified = font['head'].created
    font.flavor = 'woff2'
    font.save(f'{sys.argv[2]}/explorer-serif-{part}.woff2')
