using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OneStop.Domain.AnonymousTwins;
using OneStop.Domain.Bookings;
using OneStop.Domain.Clients;
using OneStop.Domain.Staff;
using OneStop.Tests.Bookings;
using OneStop.Tests.Consultations;
using OneStop.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace OneStop.Tests.EndToEnd;

/// <summary>A record in the browser: from the booking to the confirmed version, its correction, its comment, and its anonymous twin.</summary>
[Collection(BrowserGroups.Third)]
public sealed class ConsultationWalkTests(Browser browser) : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task A_record_is_written_from_the_booking_with_a_quote_confirmed_corrected_and_compared()
    {
        var counselor = await oneStop.OnShift("recorder");
        var friend = await oneStop.AFriend();
        var talk = await oneStop.ConversationOf(friend);
        var client = await oneStop.At<ClientDesk, Guid>(counselor, async desk =>
        {
            var id = await desk.Register(talk, null, null);
            await desk.Agree(id);
            return id;
        });
        var booking = await oneStop.ABooking(counselor, client, 10);
        oneStop.PassTo(10.25);
        await oneStop.SaysAll(friend, ["夜の仕事はむずかしいです"]);
        oneStop.PassTo(11.25);
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("recorder", "/bookings?day=2026-10-05");
        await page.BookingRows().GetByRole(AriaRole.Link, new() { NameRegex = new("^記録を書く") }).ClickAsync();

        var form = page.GetByRole(AriaRole.Form, new() { Name = "相談記録" });
        await Expect(form.GetByLabel("始まり（必須）")).ToHaveValueAsync("10:00");
        await Expect(form.GetByLabel("終わり（必須）")).ToHaveValueAsync("11:00");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^引用する: 夜の仕事") }).ClickAsync();
        await Expect(form.GetByLabel("主訴")).ToHaveValueAsync("「夜の仕事はむずかしいです」（本人 10月5日(月) 10:15）");
        await form.GetByLabel("終わり（必須）").FillAsync("11:10");
        await Expect(form.GetByLabel("かかった時間")).ToHaveValueAsync("70");
        await form.GetByLabel("確定する").CheckAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "確定する" }).ClickAsync();
        await Expect(page.GetByText("確定するには、主題を1つ以上選んでください。")).ToBeVisibleAsync();
        await page.AssertAccessible("a record with a fault");
        await form.GetByLabel("就職・転職の希望").CheckAsync();
        await form.GetByLabel("行ったこと").FillAsync("昼の求人を3件見た");
        await form.GetByRole(AriaRole.Button, new() { Name = "確定する" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "この記録" })).ToContainTextAsync("確定");
        Assert.Equal(BookingState.Held, await oneStop.Read(db => db.Bookings.Where(b => b.Id == booking).Select(b => b.State).SingleAsync()));
        await page.GetByRole(AriaRole.Button, new() { Name = "訂正する" }).ClickAsync();
        await form.GetByLabel("行ったこと").FillAsync("昼の求人を4件見た");
        await form.GetByLabel("訂正する理由（必須）").FillAsync("数え間違い");
        await form.GetByRole(AriaRole.Button, new() { Name = "訂正して新しい版にする" }).ClickAsync();
        var versions = page.GetByRole(AriaRole.Region, new() { Name = "版", Exact = true });
        await Expect(versions).ToContainTextAsync("理由: 数え間違い");
        await Expect(versions).ToContainTextAsync("昼の求人を消した: 【−3−】加えた: 【＋4＋】件見た"); // readable without colour
        await page.AssertAccessible("a record in two versions");
    }

    [Fact]
    public async Task A_twin_is_decided_word_by_word_confirmed_by_another_and_read_by_the_City()
    {
        var (counselor, client) = await oneStop.Counseling("twin-maker");
        await oneStop.AMember("twin-second", Duty.Counselor);
        await oneStop.AMember("twin-city", Duty.City);
        var id = await oneStop.Written(counselor, client, (await oneStop.AWish(counselor)) with { Complaint = "佐藤さんと9月14日に会った" });
        var page = await browser.Open(oneStop.Address);
        await page.SignIn("twin-maker", $"/consultations/{id}");
        await page.GetByRole(AriaRole.Link, new() { Name = "匿名の記録を作る" }).ClickAsync();
        var text = page.GetByRole(AriaRole.Region, new() { Name = "福岡市に出る文" });
        await Expect(text).ToContainTextAsync("佐藤さん");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "確認を頼む" })).ToBeDisabledAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^佐藤: 「Ａ」にする") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^9月14日: 「") }).ClickAsync();
        await Expect(text).ToContainTextAsync("Ａさん");
        await page.AssertAccessible("a twin");
        await page.GetByRole(AriaRole.Button, new() { Name = "確認を頼む" }).ClickAsync();
        await Expect(page.GetByText("ほかの人の確認を待っています。")).ToBeVisibleAsync();

        var other = await browser.Open(oneStop.Address);
        await other.SignIn("twin-second", "/twins");
        await other.Content().GetByRole(AriaRole.Link, new() { Name = "1号" }).ClickAsync();
        await other.GetByRole(AriaRole.Button, new() { Name = "だれのことか分からないと確認した" }).ClickAsync();
        await TestOneStop.Until(async () => (await oneStop.Read(db => db.AnonymousTwins.Include(t => t.Approval).SingleAsync())).State == TwinState.Confirmed, "the confirmation");

        var city = await browser.Open(oneStop.Address);
        await city.SignIn("twin-city", "/reports/courses");
        await Expect(city.Content()).ToContainTextAsync("Ａさんと");
        await Expect(city.Content()).Not.ToContainTextAsync("佐藤");
        await city.AssertAccessible("the texts of a month");
    }
}
