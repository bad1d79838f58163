using OneStop.Domain;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Dialogues;
using OneStop.Domain.Friends;
using OneStop.Domain.Search;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Clients;

/// <summary>What is kept about a client themselves.</summary>
public sealed class ClientTests
{
    private static readonly DateTimeOffset Nine = Japan("2026-10-05T09:00");
    private static readonly DateOnly Today = new(2026, 10, 5);
    private readonly Client client = Client.Of(12, null, Guid.CreateVersion7(Nine), Nine);

    [Fact]
    public void A_person_without_LINE_is_called_as_they_wish_and_found_by_it()
    {
        client.CallAs("  ミドリ　");
        Assert.Equal(("ミドリ", new FoldedText("ミドリ").Text), (client.Name, client.FoldedName));
        client.CallAs("あおい");
        Assert.Equal(("あおい", new FoldedText("あおい").Text), (client.Name, client.FoldedName));
    }

    [Fact]
    public void A_name_is_not_empty_and_no_longer_than_that_of_a_friend()
    {
        client.CallAs(new string('あ', Client.LongestName));
        foreach (var name in new[] { "", " 　", new string('あ', Client.LongestName + 1) })
            Assert.Throws<RuleException>(() => client.CallAs(name));
        Assert.Equal(Client.LongestName, client.Name!.Length);
        Assert.Equal(Friend.LongestName, Client.LongestName);
    }

    [Fact]
    public void A_request_for_erasure_counts_from_the_first_time_until_it_is_taken_back()
    {
        client.AskErasure(Nine);
        client.AskErasure(Nine.AddDays(1));
        Assert.Equal(Nine, client.ErasureAskedAt);
        client.TakeErasureBack();
        Assert.Null(client.ErasureAskedAt);
        client.AskErasure(Nine.AddDays(2));
        Assert.Equal(Nine.AddDays(2), client.ErasureAskedAt);
    }

    [Fact]
    public void A_withdrawn_consent_keeps_the_time_of_the_withdrawal()
    {
        var consent = Consent.To(ConsentPurpose.Consultation, client.Id, null, Nine);
        Assert.True(consent.Holds(ConsentPurpose.Consultation, Today));
        Assert.False(consent.Holds(ConsentPurpose.Consultation with { Wording = "2030-01" }, Today)); // an older edition of the words
        Assert.False(consent.Holds(ConsentPurpose.Consultation with { Code = "other" }, Today));
        consent.Withdraw(Nine.AddDays(1));
        consent.Withdraw(Nine.AddDays(2));
        Assert.Equal(Nine.AddDays(1), consent.WithdrawnAt);
        Assert.False(consent.Holds(ConsentPurpose.Consultation, Today));
    }

    [Fact]
    public void A_withdrawal_is_said_once_more_if_its_answer_was_lost_and_it_cancelled_something()
    {
        Assert.NotNull(new ConsentIsWithdrawn(1).Confirms);
        Assert.Null(new ConsentIsWithdrawn(0).Confirms);
    }
}
