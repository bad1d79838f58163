using OneStop.Domain;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Contents;
using OneStop.Domain.SupportPrograms.Templates;
using OneStop.Tests.House;

namespace OneStop.Tests.SupportPrograms;

/// <summary>Comments stand at places, and templates propose what is not there yet.</summary>
public sealed class ProgramCommentTests : IAsyncLifetime
{
    private readonly TestOneStop oneStop = new();

    public ValueTask InitializeAsync() => oneStop.InitializeAsync();

    public ValueTask DisposeAsync() => oneStop.DisposeAsync();

    [Fact]
    public async Task A_comment_stands_at_its_place_until_it_is_settled()
    {
        var (planner, second, client) = await oneStop.Planning();
        var id = await oneStop.Written(planner, client);
        var goal = (await oneStop.Program(planner, id)).Newest!.Goals[0];
        var place = new ProgramPlace(ProgramSection.Goals, goal.Id);
        var comment = await oneStop.At<ProgramDesk, Guid>(second, d => d.Comment(id, place, "期限は？"));
        Assert.Equal((place, "期限は？", second.Name), (await oneStop.Program(planner, id)).Comments.Select(c => (c.Place, c.Text, c.By)).Single());
        await oneStop.At<ProgramDesk>(planner, d => d.SettleComment(comment, true));
        Assert.Equal(planner.Name, (await oneStop.Program(planner, id)).Comments.Single().SettledBy);
        await oneStop.At<ProgramDesk>(planner, d => d.SettleComment(comment, false));
        Assert.Null((await oneStop.Program(planner, id)).Comments.Single().SettledAt);
        await Assert.ThrowsAsync<RuleException>(() => oneStop.At<ProgramDesk>(planner, d => d.TakeCommentBack(comment, true)));
        await oneStop.At<ProgramDesk>(second, d => d.TakeCommentBack(comment, true));
        Assert.Empty((await oneStop.Program(planner, id)).Comments);
    }

    [Fact]
    public async Task Templates_and_barriers_propose_only_what_is_not_there()
    {
        var (planner, _, client) = await oneStop.Planning();
        var id = await oneStop.Written(planner, client); // with a barrier of skills
        var content = (await oneStop.Program(planner, id)).Newest!.Content;
        var template = ProgramTemplate.All.Single(t => t.Code == "qualify");
        Assert.DoesNotContain(template.Without(content).Pairs, p => content.Pairs.Any(q => q.Kind == p.Kind));
        Assert.Equal(template.Goals, template.Without(content).Goals);
        Assert.All(ProgramTemplate.All.SelectMany(t => t.Goals), g => Assert.Equal("", g.OwnWords)); // only the person can say them
        var suggested = content.SuggestedItems();
        Assert.All(suggested, s => Assert.Contains("技能・資格", s.Because, StringComparison.Ordinal));
        await oneStop.At<ProgramDesk>(planner, d => d.Add(id, ProgramParts.None with { Items = [new(suggested[0].Part with { Id = ProgramOffice.NewId() })] }));
        Assert.DoesNotContain((await oneStop.Program(planner, id)).Newest!.Content.SuggestedItems(), s => s.Part.What == suggested[0].Part.What);
    }
}
