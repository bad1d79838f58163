using OneStop.Domain.Clients;

namespace OneStop.Tests.Bookings;

/// <summary>A telephone number is taken as people and address books write it.</summary>
public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("09012345678")]
    [InlineData("090-1234-5678")]
    [InlineData("\u202D090-1234-5678\u202C")] // copied out of an address book
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
    [InlineData("\uFFFE09012345678")]
    public void What_is_none_is_not_taken(string written) => Assert.False(PhoneNumber.TryRead(written, out _));
}
