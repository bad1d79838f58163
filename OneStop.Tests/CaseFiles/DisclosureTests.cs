using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Conversations;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Contents;
using OneStop.Domain.SupportPrograms.Following;
using OneStop.Tests.Bookings;
using OneStop.Tests.Clients.Files;
using OneStop.Tests.House;
using OneStop.Tests.SupportPrograms;
using UglyToad.PdfPig;

namespace OneStop.Tests.CaseFiles;

/// <summary>開示: the whole record of one person and nobody else's, for managers only.</summary>
public sealed class DisclosureTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();
    private StaffMember member = null!;
    private Guid client;

    public async ValueTask InitializeAsync()
    {
        await oneStop.InitializeAsync();
        member = await oneStop.AMember("mina", Duty.Counselor);
        await oneStop.AMember("manager", Duty.Manager);
        client = await AClientWhoSays("夜の仕事をやめたいです");
        await AClientWhoSays("別の人のひみつです");
    }

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task The_archive_holds_all_words_of_the_person_and_no_others_and_no_key()
    {
        var answer = await Get("manager", "zip");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var texts = zip.Entries.ToDictionary(e => e.FullName, Read);
        var all = string.Concat(texts.Values);

        Assert.Contains("夜の仕事をやめたいです", texts["timeline.json"], StringComparison.Ordinal);
        Assert.Contains("夜の仕事をやめたいです", texts["records/Message.json"], StringComparison.Ordinal);
        Assert.Contains("メモのことば", texts["timeline.json"], StringComparison.Ordinal);
        Assert.DoesNotContain("ひみつ", all, StringComparison.Ordinal);
        Assert.DoesNotContain("PublicKey", all, StringComparison.Ordinal);
        Assert.DoesNotContain("QuoteToken", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_shows_the_whole_course_and_its_name_tells_nobody_elses()
    {
        await oneStop.At<FactDesk>(member, d => d.SaveHousehold(client, new(new(), new() { Children = [new(2019, "祖母")] })));
        await oneStop.At<FactDesk>(member, d => d.SaveWork(client, new(new(), new() { Form = WorkForm.PartTime })));
        var answer = await Get("manager", "pdf");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var pdf = PdfDocument.Open(await answer.Content.ReadAsByteArrayAsync());
        var text = string.Concat(pdf.GetPages().SelectMany(p => p.Letters).Select(l => l.Value)).Replace(" ", "", StringComparison.Ordinal)
            .Plain; // fonts write some letters as radicals
        Assert.Contains("夜の仕事をやめたいです", text, StringComparison.Ordinal);
        Assert.Contains("2019年生まれ", text, StringComparison.Ordinal);
        Assert.Contains("祖母", text, StringComparison.Ordinal);
        Assert.Contains("アルバイト", text, StringComparison.Ordinal); // words, and no names of the program
        Assert.DoesNotContain("ひみつ", text, StringComparison.Ordinal);
        Assert.Contains("R-0001", Uri.UnescapeDataString(answer.Content.Headers.ContentDisposition!.ToString()), StringComparison.Ordinal);
    }

    /// <summary>A program is read by its person in Japanese, and not only as rows for machines.</summary>
    [Fact]
    public async Task Programs_are_in_the_document_in_words()
    {
        (var planner, var second, client) = await oneStop.Planning("disclosed");
        var id = await oneStop.Established(planner, second, client);
        var goal = (await oneStop.Program(planner, id)).Newest!.Goals[0];
        await oneStop.At<FollowingDesk>(planner, d => d.Progress(id, goal.Id, new(new(0, "", null), new(25, "求人に3件応募した", null))));
        await oneStop.At<ProgramDesk>(second, d => d.Comment(id, new(ProgramSection.Goals), "期限は早すぎませんか"));
        await oneStop.Revise(planner, id);
        await oneStop.ChangeGoal(planner, id, g => g with { Words = "看護師になる" });
        var answer = await Get("manager", "pdf");
        using var pdf = PdfDocument.Open(await answer.Content.ReadAsByteArrayAsync());
        var text = string.Concat(pdf.GetPages().SelectMany(p => p.Letters).Select(l => l.Value)).Replace(" ", "", StringComparison.Ordinal).Plain;
        Assert.All((string[])["P-0001第1版", "簿記3級に合格する", "子どもと安心して暮らしたい", "簿記の講座", "求人に3件応募した", "期限は早すぎませんか", "第2版（下書き）", "看護師になる"],
            words => Assert.Contains(words.Plain, text, StringComparison.Ordinal));
        Assert.DoesNotContain("ShortTerm", text, StringComparison.Ordinal);
        using var zip = new ZipArchive(await (await Get("manager", "zip")).Content.ReadAsStreamAsync());
        Assert.Contains("簿記3級に合格する", Read(zip.GetEntry("programs.json")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_files_of_the_case_file_are_in_the_archive_whole_and_pictures_in_the_document()
    {
        var png = SomeFile.Png();
        await oneStop.AFile(member, client, "給付金の書類", "証明.png", png, hasPreview: true);
        var other = await oneStop.AClient(member, "別の人");
        await oneStop.AFile(member, other, "履歴書", "別の人のひみつ.pdf");
        using var zip = new ZipArchive(await (await Get("manager", "zip")).Content.ReadAsStreamAsync());
        using var bytes = new MemoryStream();
        await using (var entry = zip.GetEntry("files/書類001_証明.png")!.Open())
            await entry.CopyToAsync(bytes);
        Assert.Equal(png, bytes.ToArray());
        Assert.DoesNotContain(zip.Entries, e => e.FullName.Contains("ひみつ", StringComparison.Ordinal));

        using var pdf = PdfDocument.Open(await (await Get("manager", "pdf")).Content.ReadAsByteArrayAsync());
        var text = string.Concat(pdf.GetPages().SelectMany(p => p.Letters).Select(l => l.Value)).Replace(" ", "", StringComparison.Ordinal);
        Assert.Contains("証明.png", text, StringComparison.Ordinal);
        Assert.NotEmpty(pdf.GetPages().SelectMany(p => p.GetImages()));
    }

    [Fact]
    public async Task Only_managers_take_it_out_and_each_time_is_recorded()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await Get("mina", "zip")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Get("mina", "pdf")).StatusCode);
        Assert.Equal(0, await Exports());
        await Get("manager", "zip");
        await Get("manager", "zip");
        Assert.Equal(2, await Exports());
    }

    private Task<int> Exports() =>
        oneStop.Read(db => db.AuditEntries.CountAsync(e => e.Act == AuditAct.Exported && e.PersonId == client));

    private async Task<HttpResponseMessage> Get(string who, string kind)
    {
        using var window = new SignInForm(oneStop.Address);
        Assert.True(await window.LetsIn(who, TestOneStop.Password));
        return await window.Ask(new(HttpMethod.Get, $"/clients/{client}/disclosure.{kind}"));
    }

    private async Task<Guid> AClientWhoSays(string text)
    {
        var talk = await oneStop.AsksSomething(text);
        await oneStop.At<NoteDesk>(member, d => d.Write(talk, "メモのことば", Guid.CreateVersion7(oneStop.Clock.GetUtcNow())));
        return await oneStop.At<ClientDesk, Guid>(member, d => d.Register(talk, null, null));
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
