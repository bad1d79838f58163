using OneStop.Domain.Staff;
using OneStop.Portal.Documents;
using OneStop.Tests.House;

namespace OneStop.Tests.Documents;

/// <summary>The headers of a document made for download.</summary>
public sealed class DownloadTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Fact]
    public async Task A_workbook_comes_under_its_name_and_is_kept_nowhere_on_the_way()
    {
        await oneStop.AMember("sheet-fetcher", Duty.Manager);
        using var window = new SignInForm(oneStop.Address);
        Assert.True(await window.LetsIn("sheet-fetcher", TestOneStop.Password));
        using var answer = await window.Ask(new(HttpMethod.Get, "/shifts/sheet?month=2026-11-01"));
        Assert.Equal(Workbook.ContentType, answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment; filename*=UTF-8''%E5%8B%A4%E5%8B%99%E8%A1%A8_2026-11.xlsx", answer.Content.Headers.GetValues("Content-Disposition").Single());
        Assert.Equal(("no-store", "nosniff"), (answer.Headers.CacheControl?.ToString(), answer.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal("PK"u8.ToArray(), (await answer.Content.ReadAsByteArrayAsync())[..2]);
    }
}
