using OneStop.Domain.Friends;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Friends;

public sealed class FriendTests
{
    private static readonly LineUserId Id = LineUserId.Parse("U0123456789abcdef0123456789abcdef");

    [Fact]
    public void Nothing_but_the_LINE_id_is_known_so_a_friend_has_an_alias() =>
    Assert.Equal("相談者 A-0123", Friend.Register(Id, 123, Japan("2026-10-05T09:00")).Alias);

    [Fact]
    public void An_old_follow_does_not_undo_a_newer_block()
    {
        var friend = Friend.Register(Id, 1, Japan("2026-10-05T09:00"));
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

    [Theory]
    [InlineData("さくら", true)]
    [InlineData("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", true)] // three, of eleven UTF-16 code units each
    [InlineData("12345678901234567890", true)]
    [InlineData("👨‍👩‍👧‍👦2345678901234567890", true)]
    [InlineData("葛\U000E0100城のが\u3099ん", true)]
    [InlineData("123456789012345678901", false)]
    [InlineData("👨‍👩‍👧‍👦23456789012345678901", false)]
    public void A_name_has_twenty_characters_as_people_count_them(string name, bool fits)
    {
        var friend = Friend.Register(LineUserId.Parse("U0123456789abcdef0123456789abcdef"), 1, Japan("2026-10-05T09:00"));
        var client = Domain.Clients.Client.Of(1, null, null, Japan("2026-10-05T09:00"));
        if (fits)
        {
            friend.CallAs(name);
            client.CallAs(name);
            Assert.Equal((name, name), (friend.CalledAs, client.Name));
            return;
        }
        Assert.Throws<Domain.RuleException>(() => friend.CallAs(name));
        Assert.Throws<Domain.RuleException>(() => client.CallAs(name));
    }

    [Fact]
    public void One_character_of_endless_parts_is_refused_all_the_same()
    {
        var friend = Friend.Register(LineUserId.Parse("U0123456789abcdef0123456789abcdef"), 1, Japan("2026-10-05T09:00"));
        Assert.Throws<Domain.RuleException>(() => friend.CallAs("z" + new string('\u0301', 500)));
    }
}
