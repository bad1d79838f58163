using OneStop.Domain.Friends;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Friends;

public sealed class FriendTests
{
    private static readonly LineUserId Id = LineUserId.Parse("U0123456789abcdef0123456789abcdef");

    [Fact]
    public void Nothing_but_the_LINE_id_is_known_so_a_friend_has_an_alias() => Assert.Equal("相談者 A-0123", Friend.Meet(Id, 123, Japan("2026-10-05T09:00")).Alias);

    [Fact]
    public void An_old_follow_does_not_undo_a_newer_block()
    {
        var friend = Friend.Meet(Id, 1, Japan("2026-10-05T09:00"));
        Assert.True(friend.Follow(Japan("2026-10-05T09:00")));
        Assert.True(friend.Block(Japan("2026-10-05T10:00")));
        Assert.False(friend.Follow(Japan("2026-10-05T09:30"))); // redelivered late
        Assert.True(friend.IsBlocked);
        Assert.True(friend.Follow(Japan("2026-10-05T11:00")));
        Assert.False(friend.Block(Japan("2026-10-05T10:00")));
        Assert.False(friend.IsBlocked);
    }

    [Theory]
    [InlineData("U0123456789abcdef0123456789abcdef", true)]
    [InlineData("U0123456789ABCDEF0123456789abcdef", false)]
    [InlineData("C0123456789abcdef0123456789abcdef", false)] // a group
    [InlineData("U0123456789abcdef0123456789abcde", false)]
    [InlineData("U0123456789abcdef0123456789abcdef\n", false)]
    [InlineData(null, false)]
    public void A_LINE_user_id_is_checked_at_the_door(string? text, bool ok) => Assert.Equal(ok, LineUserId.TryParse(text, out _));

    [Fact]
    public void An_id_never_shows_whole() => Assert.Equal("U0123…", Id.ToString());
}
