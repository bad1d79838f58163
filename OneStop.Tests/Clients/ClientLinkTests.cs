using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Forms;
using static OneStop.Tests.House.TestOneStop;

namespace OneStop.Tests.Clients;

/// <summary>To whom a one-time link is open, until when, and who reads what was typed so far.</summary>
public sealed class ClientLinkTests
{
    private static readonly DateTimeOffset Nine = Japan("2026-10-05T09:00");
    private static readonly string Phone = DeviceSeal.NewToken(), Other = DeviceSeal.NewToken();
    private readonly ClientLink link = ClientLink.To(new ContactForm(), Client.Of(1, null, null, Nine), Nine);

    [Fact]
    public void Before_anything_is_typed_it_is_open_to_everybody_until_its_time_is_over()
    {
        Assert.True(link.IsOpen(null, Nine));
        Assert.True(link.IsOpen(Other, Nine + ContactForm.GoodFor - TimeSpan.FromTicks(1)));
        Assert.False(link.IsOpen(null, Nine + ContactForm.GoodFor));
        Assert.Empty(link.AnswersOf(null).Texts);
        Assert.Empty(link.AnswersOf(Phone).Texts);
    }

    [Fact]
    public void What_was_typed_is_read_on_its_own_device_only()
    {
        link.Keep(Typed("そら"), Phone);
        Assert.Equal("そら", link.AnswersOf(Phone)[ContactForm.Name]);
        Assert.Empty(link.AnswersOf(Other).Texts);
        Assert.Empty(link.AnswersOf(null).Texts);
        Assert.Equal((true, false, false), (link.IsOpen(Phone, Nine), link.IsOpen(Other, Nine), link.IsOpen(null, Nine)));
        link.Keep(Typed("うみ"), Phone);
        Assert.Equal("うみ", link.AnswersOf(Phone)[ContactForm.Name]);
    }

    [Fact]
    public void Sent_it_is_closed_and_what_was_typed_is_gone()
    {
        link.Keep(Typed("そら"), Phone);
        link.Submit(Nine);
        Assert.False(link.IsOpen(Phone, Nine));
        Assert.Null(link.Draft);
        Assert.Empty(link.AnswersOf(Phone).Texts);
    }

    [Fact]
    public void Withdrawn_it_is_closed_from_the_first_time_on()
    {
        link.Keep(Typed("そら"), Phone);
        link.Withdraw(Nine.AddHours(1));
        link.Withdraw(Nine.AddHours(2));
        Assert.Equal((false, null, Nine.AddHours(1)), (link.IsOpen(Phone, Nine), link.Draft, link.WithdrawnAt));
    }

    [Fact]
    public void More_than_any_form_takes_is_refused_and_just_as_much_is_not()
    {
        Assert.Single(ClientAnswers.Of([new("a", new string('x', ClientAnswers.Longest - 1))]).Texts);
        Assert.Throws<Domain.RuleException>(() => ClientAnswers.Of([new("a", new string('x', ClientAnswers.Longest))]));
        Assert.Equal(ClientAnswers.MostFields, Fields(ClientAnswers.MostFields).Texts.Count);
        Assert.Throws<Domain.RuleException>(() => Fields(ClientAnswers.MostFields + 1));
    }

    private static ClientAnswers Fields(int count) => ClientAnswers.Of(Enumerable.Range(0, count).Select(i => new KeyValuePair<string, string>($"{i}", "x")));

    private static ClientAnswers Typed(string name) => ClientAnswers.Of([new(ContactForm.Name, name)]);
}
