using OneStop.Domain.Due;
using OneStop.Domain.Staff;
using OneStop.Portal.Shell;

namespace OneStop.Portal.Features.CaseFiles.Due;

/// <summary>Who does what is due. The page on which it is done says it, so that no source can forget it.</summary>
internal static class DueWords
{
    extension(DueItem item)
    {
        /// <summary>Whether the actor may open the page on which it is done. Others read that it waits, without a link that would only refuse them.</summary>
        public bool IsFor(Actor actor) => PageGate.RuleOf(item.Link).Admits(actor);

        /// <summary>だれでも, or the duties of those who may do it.</summary>
        public string Doers => item.ByWhom is { } some ? some
            : PageGate.RuleOf(item.Link) is { Casework: false, Duties: var duties }
            ? string.Join("・", duties.Select(d => d.InJapanese))
            : "だれでも";
    }
}
