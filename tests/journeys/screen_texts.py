"""Texts of our own for the screenshots: one story in English, traditional Chinese and Arabic, as web pages."""

from base64 import b64encode

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter


def picture() -> str:
    """A small picture of our own, as an address that holds it."""
    image = QImage(640, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("#c9d8e0"))
    painter = QPainter(image)
    painter.fillRect(0, 130, 640, 70, QColor("#4f6f80"))
    painter.fillRect(40, 112, 430, 22, QColor("#8a837a"))
    painter.fillRect(440, 52, 16, 62, QColor("#3c3a36"))
    painter.setBrush(QColor("#f3d97f"))
    painter.drawEllipse(434, 36, 28, 28)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return "data:image/png;base64," + b64encode(bytes(buffer.data().data())).decode("ascii")


ENGLISH = """<html lang="en"><head><title>The Lamp at the End of the Mole</title></head><body><article>
<h1>The Lamp at the End of the Mole</h1>
<p class="byline">By Wen Ya-ting. Translated by Ruth Calloway.</p>
<p>At the end of the mole in Outer Harbour stands a lamp that is lit every evening at six, and nobody has ever seen who
lights it. My grandmother set her kitchen by it, my mother her homework, and I, who own three instruments for telling the
time, have caught myself looking out of the window at a quarter to six to see whether the day is still going on.</p>
<p>The harbour office has a file about it. I asked to read it, and was told that the file exists, that it is thin, and
that its internationally standardised classification number is the only thing in it which has been changed since 1931.
“A lamp that works,” the clerk said, “is not a matter that we keep papers on.”</p>
<h2>What the file says</h2>
<p>In 1931 the mole was lengthened by forty metres, and the lamp was left where it was. So it does not stand at the end
of the mole at all; it stands where the end used to be. Every chart since then has corrected the mole and forgotten the
lamp, and every ship since then has been steered by people who know <em>both the chart and the mistake</em>.</p>
<blockquote><p>A light need not be in the right place. It is enough that it stays where it has been put, and that someone
remembers to tell the young ones where that is.</p></blockquote>
<p>I copied three lines from the file, which are here as they stand there:</p>
<ul><li>Oil: delivered in March, two barrels, receipt not signed.</li>
<li>Keeper: see the annex.</li><li>Annex: none.</li></ul>
<table><tr><th>Year</th><th>Length of the mole</th><th>Place of the lamp</th></tr>
<tr><td>1904</td><td>180 m</td><td>at its end</td></tr><tr><td>1931</td><td>220 m</td><td>forty metres before its
end, which is the distance that pilots still call “the courtesy”</td></tr></table>
<p>There was a proposal, eleven years ago, to replace the lamp by a beacon on the new end. The engineers were right in
every sentence of their report. The pilots answered with a single one: that they would then have to learn the harbour
again, and that the harbour was not what had changed.</p>
<p>The winter before last the sea broke the old steps, and for nine days nobody could have walked out to the lamp. It was
lit on each of the nine evenings. I do not believe in ghosts, and neither does the harbour office; we have agreed, it and
I, not to ask.</p>
<p>When the nine days were over I went down in the morning. The stones were washed clean as a table after a feast, and
on the last of them, where the spray does not reach, stood an oil can with the lid screwed on.</p>
</article></body></html>"""

CHINESE = """<html lang="zh-Hant"><head><title>防波堤盡頭的燈</title></head><body><article>
<h1>防波堤盡頭的燈</h1>
<p class="byline">溫雅婷</p>
<p>外港的防波堤盡頭有一盞燈，每晚六時點亮，從來沒有人見過是誰點的。外婆的廚房跟着它走，母親的功課跟着它走；我家裏有三樣報時的東西，\
卻也常常在五時三刻望向窗外，看看這一天是不是還在繼續。</p>
<p>海港處有一份關於它的卷宗。我申請閱覽，得到的答覆是：卷宗是有的，很薄，一九三一年以來改過的只有編號。「亮着的燈，」辦事員說，\
「我們是不存檔的。」</p>
<h2>卷宗裏寫的</h2>
<p>一九三一年，防波堤加長了四十米，燈卻留在原處。所以它其實不在盡頭，而在從前的盡頭。此後的海圖都改了堤，忘了燈；此後的每一艘船，\
都由<em>既知道海圖、也知道錯處</em>的人領着進港。</p>
<blockquote><p>燈不一定要在對的地方。只要它留在原來的地方，又有人記得告訴後生那是哪裏，就夠了。</p></blockquote>
<p>我從卷宗裏抄了三行，照錄如下：</p>
<ul><li>燈油：三月送到，兩桶，收條未簽。</li><li>看燈人：見附件。</li><li>附件：無。</li></ul>
<p>十一年前有人提議拆燈，在新的盡頭另立燈標。工程師的報告句句在理。領港員只回了一句：那樣他們就得把海港重新學一遍，\
而變的並不是海港。</p>
<p>石階是父親那一輩砌的，《港務月刊》（第 12 期）登過照片；照片裏的人，如今一個也認不出來了。</p>
<p>前年冬天，海浪打碎了舊石階，整整九天，誰也走不到燈下。那九個晚上，燈每晚都亮。我不信鬼，海港處也不信；我們說好了，不問。</p>
</article></body></html>"""

ARABIC = """<html lang="ar" dir="rtl"><head><title>المصباح في طرف الرصيف</title></head><body><article>
<h1>المصباح في طرف الرصيف</h1>
<p class="byline">بقلم هالة منصور</p>
<p>في طرف رصيف الميناء الخارجي مصباح يُضاء كل مساء في السادسة، ولم يرَ أحد قط من يضيئه. كانت جدتي تضبط مطبخها عليه،
وأمي تضبط عليه دروسها، وأنا التي أملك ثلاث آلات لمعرفة الوقت أجد نفسي أنظر من النافذة قبل السادسة بربع ساعة لأرى إن كان
النهار ما زال مستمرًا.</p>
<p>في مكتب الميناء (Harbour Office) ملف عنه. طلبت أن أقرأه، فقيل لي إن الملف موجود، وإنه رقيق، وإن رقم تصنيفه هو الشيء
الوحيد الذي تغيّر فيه منذ عام 1931. «المصباح الذي يعمل»، قال الموظف، «ليس أمرًا نحفظ له أوراقًا».</p>
<h2>ما يقوله الملف</h2>
<p>في عام 1931 أُطيل الرصيف أربعين مترًا، وتُرك المصباح في مكانه. فهو إذن لا يقف في طرف الرصيف، بل حيث كان الطرف. ومنذ
ذلك الحين صحّحت كل خريطة الرصيف ونسيت المصباح، وقاد كل سفينة أناس يعرفون <em>الخريطة والخطأ معًا</em>.</p>
<blockquote><p>ليس على الضوء أن يكون في المكان الصحيح. يكفي أن يبقى حيث وُضع، وأن يتذكر أحدهم أن يقول للصغار أين
ذلك.</p></blockquote>
<ul><li>الزيت: يُسلّم في مارس، برميلان، والإيصال غير موقّع.</li><li>الحارس: انظر الملحق.</li><li>الملحق: لا يوجد.</li></ul>
<p>قبل أحد عشر عامًا اقتُرح أن يُستبدل المصباح بمنارة في الطرف الجديد. كان المهندسون على حق في كل جملة من تقريرهم. فأجاب
المرشدون بجملة واحدة: إن عليهم عندئذ أن يتعلموا الميناء من جديد، وليس الميناء هو الذي تغيّر.</p>
<p>في الشتاء قبل الماضي كسر البحر الدرجات القديمة، ولم يكن بوسع أحد أن يمشي إلى المصباح تسعة أيام. وأُضيء في كل مساء من
الأمسيات التسع. لا أؤمن بالأشباح، ولا مكتب الميناء يؤمن بها؛ وقد اتفقنا على ألا نسأل.</p>
</article></body></html>"""

TEXTS = {"english": ENGLISH, "chinese": CHINESE, "arabic": ARABIC}

MARKED = {
    "english": ("It is enough that it stays where it has been put", "every ship since then has been steered"),
    "chinese": ("只要它留在原來的地方，又有人記得告訴後生那是哪裏", "此後的每一艘船"),
    "arabic": ("يكفي أن يبقى حيث وُضع، وأن يتذكر أحدهم", "وقاد كل سفينة أناس يعرفون"),
}

BESIDE = {"english": "chinese", "chinese": "english", "arabic": "english"}
