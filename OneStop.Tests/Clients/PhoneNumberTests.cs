using OneStop.Domain;

namespace OneStop.Tests.Clients;

/// <summary>Telephone numbers are accepted as people and address books write them.</summary>
public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("09012345678")]
    [InlineData("090-1234-5678")]
    [InlineData("\u202D090-1234-5678\u202C")] // copied from an address book
    [InlineData("\u200E090\u00A01234\u20095678")]
    [InlineData("+81 (0)90-1234-5678")]
    [InlineData("+81 90 1234 5678")]
    [InlineData("+81-90-1234-5678")]
    [InlineData("090―1234―5678")]
    [InlineData("090‐1234‑5678")]
    [InlineData("090–1234—5678")]
    [InlineData("090ー1234ー5678")]
    [InlineData("090−1234－5678")]
    [InlineData("０９０（１２３４）５６７８")]
    [InlineData("090.1234.5678")]
    public void One_number_written_in_many_ways_is_the_same(string written)
    {
        Assert.True(PhoneNumber.TryRead(written, out var number));
        Assert.Equal("09012345678", number.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1234567890")]
    [InlineData("090-1234-56")]
    [InlineData("+1 90 1234 5678")]
    [InlineData("電話は09012345678です")]
    [InlineData("090-1234-5678 内線1")]
    [InlineData("090-1234-567")] // a digit is missing
    [InlineData("08012345678901")]
    [InlineData("070 123 4567")]
    [InlineData("050-123-4567")]
    [InlineData("092-123-45678")] // a land line has ten digits
    [InlineData("\uFFFE09012345678")]
    public void What_is_none_is_not_taken(string written) => Assert.False(PhoneNumber.TryRead(written, out _));

    [Theory]
    [InlineData("番号は090-1234-5678です")]
    [InlineData("番号は０９０ー１２３４ー５６７８です")]
    [InlineData("電話09012345678にお願いします")]
    [InlineData("家は(092)123-4567、携帯はあとで送ります")]
    [InlineData("0942-12-3456まで")]
    [InlineData("+81 (0)90-1234-5678 です")]
    [InlineData("\u202D090-1234-5678\u202C")]
    [InlineData("10月5日なら090 1234 5678に")]
    public void One_in_a_sentence_is_found(string text) => Assert.True(PhoneNumber.StandsIn(text));

    [Theory]
    [InlineData("2026-10-05 10:00に行きます")]
    [InlineData("2026-10-05 0900-1000-1100")]
    [InlineData("01-02-2026 10:00")]
    [InlineData("〒012-3456")]
    [InlineData("〒812-0011 福岡市")]
    [InlineData("家賃は0900000000円")]
    [InlineData("年収は3,000,000円です")]
    [InlineData("090-1234-567")]
    [InlineData("受付番号 1090123456789")]
    [InlineData("9:00-10:00か10:30-11:30")]
    [InlineData("")]
    public void What_is_something_else_is_not(string text) => Assert.False(PhoneNumber.StandsIn(text));
}
