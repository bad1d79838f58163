namespace OneStop.Portal.Features.Employers;

/// <summary>A form that is open: for a new part of an employer, or to correct one.</summary>
/// <param name="Id">Null for a new one.</param>
internal sealed record OpenForm(Guid? Id = null);
