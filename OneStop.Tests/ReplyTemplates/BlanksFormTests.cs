using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OneStop.Domain.ReplyTemplates;
using OneStop.Domain.Staff;
using OneStop.Portal.Features.ReplyTemplates;

namespace OneStop.Tests.ReplyTemplates;

/// <summary>The form asks for what a template cannot know.</summary>
public sealed class BlanksFormTests : BunitContext
{
    private readonly FilledTemplate template = new(Guid.Empty, "予約の確認", "{{?日時}}に{{?場所}}で。{{?日時}}です。", new TemplateText("{{?日時}}{{?場所}}").Blanks);

    public BlanksFormTests()
    {
        Services.AddSingleton(new Actor());
        Services.AddSingleton<TimeProvider>(new FakeTimeProvider());
    }

    [Fact]
    public void Each_blank_has_one_box_with_its_name()
    {
        var form = Render<BlanksForm>(p => p.Add(x => x.Template, template));
        Assert.Equal(["日時", "場所"], form.FindAll("label").Select(l => l.TextContent));
        Assert.Equal(form.FindAll("label").Select(l => l.GetAttribute("for")), form.FindAll("input").Select(i => i.Id));
        Assert.Equal("日時に場所で。日時です。", form.Find(".as-written").TextContent); // without stray white space
        Assert.Equal(3, form.FindAll("mark.asks").Count);
    }

    [Fact]
    public async Task What_is_written_goes_into_every_place_and_what_is_not_stays_marked()
    {
        var words = "";
        var form = Render<BlanksForm>(p => p.Add(x => x.Template, template).Add(x => x.OnDone, text => words = text));
        await form.Find("#blank-0").ChangeAsync("金曜の10時");
        await form.Find("form").SubmitAsync();
        Assert.Equal("金曜の10時に{{?場所}}で。金曜の10時です。", words);
    }
}
