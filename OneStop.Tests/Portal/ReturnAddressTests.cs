using OneStop.Portal.SignIn;

namespace OneStop.Tests.Portal;

/// <summary>A sign-in redirects only to an address of the portal.</summary>
public sealed class ReturnAddressTests
{
    [Theory]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("/inbox?list=done#now", "/inbox?list=done#now")]
    [InlineData("/\u200b", "/%E2%80%8B")] // not valid in a header without escaping
    [InlineData("/予約", "/%E4%BA%88%E7%B4%84")]
    [InlineData("/a\r\nSet-Cookie: b=c", "/a%0D%0ASet-Cookie:%20b=c")]
    [InlineData("inbox", "/")]
    [InlineData("https://elsewhere.example", "/")]
    [InlineData("//elsewhere.example", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    [InlineData("/.//elsewhere.example", "/")]
    [InlineData("/..//elsewhere.example", "/")]
    public void It_is_one_of_ours_in_characters_that_a_header_may_hold(string? wished, string leads) => Assert.Equal(leads, ReturnAddress.Of(wished));
}
