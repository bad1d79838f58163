using System.IO.Compression;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;
using OneStop.Domain.Bookings;
using OneStop.Domain.Clients;
using OneStop.Domain.Conversations;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms;
using OneStop.Portal.Shell;
using OneStop.Tests.Bookings;
using OneStop.Tests.House;
using OneStop.Tests.SupportPrograms;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>
/// The City sees no person anywhere (特記事項 7): every page and every file is opened as the City, with the ids of real rows in its address, and
/// searched for every name, telephone number and word of the people in the data.
/// </summary>
[Collection(BrowserGroups.Second)]
public sealed class CitySeesNobodyTests(Browser browser, TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private const string Called = "こもれびさん", Caller = "ゆうなぎさん", Phone = "09000007391", Words = "夜勤を減らして資格をとりたい", Note = "母の家に身を寄せている",
        Goal = "夜の学校で介護を学ぶ";

    private static readonly string[] Secrets = [Called, Caller, Phone, "090-0000-7391", Words, Note, Goal];

    [Fact]
    public async Task No_page_and_no_file_shows_a_name_a_number_or_a_word_of_anybody()
    {
        var ids = await People();
        await oneStop.AMember("all-seeing", Duty.City);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("all-seeing");
        foreach (var address in Pages().SelectMany(a => With(a, ids)))
        {
            await page.GotoAsync(address);
            await page.GetByRole(AriaRole.Heading).First.WaitForAsync();
            await Expect(page.Loading()).ToHaveCountAsync(0);
            Holds(await page.ContentAsync(), address);
        }

        using var window = new SignInForm(oneStop.Address);
        Assert.True(await window.LetsIn("all-seeing", TestOneStop.Password));
        foreach (var address in Doors.Of(oneStop.Services).Where(d => d.Method == HttpMethod.Get).SelectMany(d => With(d.Address, ids)))
        {
            using var answer = await window.Ask(new(HttpMethod.Get, address));
            Holds(TextOf(await answer.Content.ReadAsByteArrayAsync()), address);
        }
    }

    [Fact]
    public async Task Who_may_see_people_would_be_shown_these()
    {
        var ids = await People();
        await oneStop.AMember("seeing", Duty.Counselor);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("seeing", $"/clients/{ids[0]}");
        await Expect(page.GetByText(Note).First).ToBeVisibleAsync(); // so the words are in the data, and would be found
    }

    private static IEnumerable<string> Pages() => typeof(App).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>())
        .Select(r => r.Template).Where(a => !a.StartsWith("/simulator", StringComparison.Ordinal) && !a.StartsWith("/sign-in", StringComparison.Ordinal));

    /// <summary>The address with each of the ids in its place; as it is if it has no place for one.</summary>
    private static IEnumerable<string> With(string address, IReadOnlyList<Guid> ids)
    {
        var at = address.IndexOf(":guid", StringComparison.OrdinalIgnoreCase) is >= 0 and var guid ? address.LastIndexOf('{', guid) : -1;
        return at < 0 ? [Doors.Concrete(address)]
            : ids.Select(id => Doors.Concrete(string.Concat(address.AsSpan(0, at), id.ToString(), address.AsSpan(address.IndexOf('}', at) + 1))));
    }

    private static void Holds(string text, string address) =>
        Assert.All(Secrets, secret => Assert.False(text.Contains(secret, StringComparison.Ordinal), $"{address} shows {secret}"));

    /// <summary>The text of a file; of an archive (a workbook too) that of everything in it.</summary>
    private static string TextOf(byte[] bytes)
    {
        if (bytes is not [(byte)'P', (byte)'K', ..])
            return Encoding.UTF8.GetString(bytes);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return string.Concat(zip.Entries.Select(e => new StreamReader(e.Open()).ReadToEnd()));
    }

    /// <summary>A client in LINE with a talk, a note and a name; a caller with a number and a booking.</summary>
    /// <returns>The ids of client, conversation, caller, booking, and the client's program.</returns>
    private async Task<IReadOnlyList<Guid>> People()
    {
        var member = await oneStop.OnShift("city-counselor");
        var planner = await oneStop.AMember("city-planner", Duty.Planner);
        var talk = await oneStop.AsksSomething(Words);
        await oneStop.At<CardDesk>(member, d => d.CallAs(talk, new(new(""), new(Called))));
        await oneStop.At<NoteDesk>(member, d => d.Write(talk, Note, Guid.CreateVersion7(oneStop.Clock.GetUtcNow())));
        var client = await oneStop.At<ClientDesk, Guid>(member, d => d.Register(talk, null, null));
        var caller = await oneStop.At<ClientDesk, Guid>(member, async d =>
        {
            var id = await d.Register(null, Caller, Phone);
            await d.Answer(id, Eligibility.Yes);
            await d.Agree(id);
            return id;
        });
        var plan = new BookingPlan(BookingKind.Consultation, Domain.ContactMethod.Phone, oneStop.Clock.GetUtcNow().AddDays(1), member.Id, true, false, Reason: "本人の希望");
        var booking = await oneStop.At<BookingDesk, EnteredBooking>(member, d => d.Book(caller, plan, false));
        var program = await oneStop.Begun(planner, client);
        await oneStop.At<ProgramDesk>(planner, d => d.Add(program, new([], [new(new() { Id = Guid.CreateVersion7(oneStop.Clock.GetUtcNow()), Words = Goal })], [])));
        return [client, talk, caller, booking.Id, program];
    }
}
