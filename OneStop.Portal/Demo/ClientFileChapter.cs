using OneStop.Domain.Attachments;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Clients.Files;
using OneStop.Domain.Conversations.Files;
using OneStop.Domain.Staff;
using OneStop.Portal.Features.Conversations.Files;
using SkiaSharp;

namespace OneStop.Portal.Demo;

/// <summary>Files of case files: plainly fictitious papers, one of them in two editions, one removed, and a consent with its scan.</summary>
internal sealed class ClientFileChapter(FileStore store, Pictures pictures) : IDemoChapter
{
    private const int People = 12;

    private static readonly string[] Sample =
    [
        ".###...#...#...#.####..#.....####",
        "#.....#.#..##.##.#...#.#.....#...",
        ".##..#...#.#.#.#.####..#.....###.",
        "...#.#####.#...#.#.....#.....#...",
        "###..#...#.#...#.#.....#####.####",
    ];

    /// <summary>Every third client has some of these, in turn.</summary>
    private static readonly (string Kind, string Title, string Note, bool IsPicture)[] Papers =
    [
        ("履歴書", "履歴書_見本.pdf", "本人が手書きしたものをスキャンした", false),
        ("資格・免許の証明", "簿記検定合格証_見本.png", "", true),
        ("給付金の書類", "訓練給付金の申請書の控え_見本.pdf", "窓口に出した日は11月2日", false),
        ("職務経歴書", "職務経歴書_見本.pdf", "", false),
        ("健康の書類", "就労についての意見書_見本.png", "原本は本人に返した", true),
        ("求人票", "求人票_みほん病院（架空）_医療事務_パート_長い名前のファイルでも一覧に収まることを確かめる見本.pdf", "", false),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Type> After => [typeof(CaseFileChapter), typeof(SignpostingChapter)];

    /// <inheritdoc/>
    public async Task Write(DemoBook book)
    {
        var (staff, clients) = (book.With(Duty.Counselor), book.Written<Client>().OrderBy(c => c.Number).Take(People).ToList());
        var (pdf, png) = (await Stored(Pdf(), FileKind.Pdf), await Stored(Png(), FileKind.Png));
        var small = await Stored((await pictures.Small(new MemoryStream(Png())))!, FileKind.Jpeg);
        foreach (var (i, client) in clients.Index())
            for (var n = 0; n <= i % 4; n++)
            {
                var paper = Papers[(i + n) % Papers.Length];
                var (at, by) = (book.Now.AddDays(-20 + n).AddMinutes(-i), staff[(i + n) % staff.Count]);
                var stored = paper.IsPicture ? new NewClientFile(png, small) : new(pdf, null);
                var file = ClientFile.Of(client.Id, Kind(paper.Kind), Wish(paper.Kind, paper.Title, paper.Note), stored, by, at);
                book.Add(file);
                if (paper.Kind == "履歴書")
                    book.Add(file.Next(Kind("履歴書"), Wish("履歴書", "履歴書_書き直し_見本.pdf", "志望動機を短くした"), stored, 2, by, at.AddDays(6)));
                if (i == 5 && n == 1)
                    file.Remove("別の人の書類だった", by, at.AddDays(17));
            }
        Consented(book, clients[1].Id, staff[0], png, small);
        book.Add(Consent.To(InformationConsent.To, clients[3].Id, staff[0], book.Now.AddDays(-7), new(ConsentWay.Paper)));
    }

    /// <summary>A consent on paper with its scan.</summary>
    private static void Consented(DemoBook book, Guid client, Guid by, FileContents png, FileContents small)
    {
        var at = book.Now.AddDays(-9);
        var scan = ClientFile.Of(client, Kind("同意書"), Wish("同意書", "同意書_お知らせ_見本.png", ""), new(png, small), by, at);
        var consent = Consent.To(InformationConsent.To, client, by, at, new(ConsentWay.Paper, "同席の職員"));
        consent.Scan(scan.Id);
        book.AddRange(ConsentWording.Of(InformationConsent.To, at), scan, consent);
    }

    /// <summary>A kind by the name with which the service starts.</summary>
    private static ClientFileKind Kind(string name) => StandardFileKinds.Make(name);

    private static ClientFileWish Wish(string kind, string title, string note) => new(title, StandardFileKinds.IdOf(kind), null, note);

    private async Task<FileContents> Stored(byte[] bytes, FileKind kind) => new(await store.Write(bytes), kind.ContentType, bytes.Length);

    private static byte[] Png()
    {
        using var paper = new SKBitmap(620, 877);
        using (var canvas = new SKCanvas(paper))
            Draw(canvas);
        using var png = paper.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static byte[] Pdf()
    {
        using var bytes = new MemoryStream();
        using (var document = SKDocument.CreatePdf(bytes))
        {
            using var page = document.BeginPage(595, 842);
            Draw(page);
            document.EndPage();
        }
        return bytes.ToArray();
    }

    /// <summary>A sheet that nobody takes for a real one: lines, a seal, and the word SAMPLE.</summary>
    private static void Draw(SKCanvas canvas)
    {
        using var ink = new SKPaint { Color = SKColors.Gray, StrokeWidth = 2, IsAntialias = true };
        using var seal = new SKPaint { Color = SKColors.Firebrick, Style = SKPaintStyle.Stroke, StrokeWidth = 4, IsAntialias = true };
        canvas.Clear(SKColors.White);
        foreach (var (row, dots) in Sample.Index()) // in dots: a host may have no fonts
            foreach (var (column, _) in dots.Index().Where(d => d.Item == '#'))
                canvas.DrawRect(60 + (column * 14), 60 + (row * 14), 12, 12, ink);
        for (var y = 200; y < 700; y += 40)
            canvas.DrawLine(60, y, 530, y, ink);
        canvas.DrawCircle(470, 740, 40, seal);
    }
}
