using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Data;
using OneStop.Tests.House;

namespace OneStop.Tests.Conversations;

/// <summary>The query plans of the inbox's lists: they use an index, so that a page of a list does not read and sort all conversations.</summary>
[SqliteOnly("asks SQLite for its plan")]
public sealed class InboxPlanTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    [Theory]
    [InlineData(InboxList.NeedsAnswer, "IX_Conversations_NeedsAnswer_AnswerDue")]
    [InlineData(InboxList.Mine, "IX_Conversations_AssigneeId_IsDone_SpokenAt_LastHumanAt")]
    [InlineData(InboxList.Unassigned, "IX_Conversations_AssigneeId_IsDone_SpokenAt_LastHumanAt")]
    [InlineData(InboxList.Trouble, "IX_Conversations_TroubleAt")]
    [InlineData(InboxList.Done, "IX_Conversations_IsDone_SpokenAt")]
    [InlineData(InboxList.All, "IX_Conversations_SpokenAt")]
    public async Task An_index_leads_the_order_of_each_list(InboxList list, string index)
    {
        var plan = await oneStop.Read(db => Plan(db, db.Conversations.On(list, [Guid.Empty]).InOrderOf(list).Take(51).ToRows(db)));
        Assert.Contains(plan, step =>
            step.Contains($"USING INDEX {index}", StringComparison.Ordinal) || step.Contains($"USING COVERING INDEX {index}", StringComparison.Ordinal));
        Assert.DoesNotContain("USE TEMP B-TREE FOR ORDER BY", plan); // of the whole sort; the last columns may be sorted within equal keys
    }

    private static async Task<List<string>> Plan(OneStopDb db, IQueryable query)
    {
        await using var command = query.CreateDbCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {command.CommandText}";
        await db.Database.OpenConnectionAsync();
        await using var reader = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync())
            steps.Add(Convert.ToString(reader["detail"], CultureInfo.InvariantCulture)!);
        return steps;
    }
}
