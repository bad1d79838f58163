using OneStop.Domain.Clients.Questionnaires;
using OneStop.Portal.ForClients;
using OneStop.Tests.House;

namespace OneStop.Tests.Portal;

/// <summary>A date and time as a client reads it.</summary>
public sealed class EasyMomentTests
{
    [Theory]
    [InlineData("2026-12-01T09:00", "12月1日の9時", "がつ ついたち じ")]
    [InlineData("2026-11-30T00:05", "11月30日の0時5分", "がつ にち じ ふん")]
    [InlineData("2026-12-24T17:10", "12月24日の17時10分", "がつ にじゅうよっか じ ぷん")]
    [InlineData("2026-12-14T17:18", "12月14日の17時18分", "がつ じゅうよっか じ ぷん")]
    public void A_moment_has_the_readings_of_its_numbers(string at, string text, string readings)
    {
        var said = new RubyText(EasyMoment.Say(TestOneStop.Japan(at)));
        Assert.Equal((text, readings), (said.Plain, string.Join(' ', said.Parts.Select(p => p.Reading).OfType<string>())));
    }
}
