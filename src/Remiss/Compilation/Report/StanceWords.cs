using Remiss.Intake.Classification;

namespace Remiss.Compilation.Report;

internal static class StanceWords
{
    /// <summary>As a sentence says it, after its subject; <paramref name="proposal"/> is <c>förslaget</c> or a pronoun for it.</summary>
    public static string Predicate(Stance stance, string proposal) => stance switch
    {
        Stance.Tillstyrker => $"tillstyrker {proposal}",
        Stance.TillstyrkerMedSynpunkter => $"tillstyrker {proposal} med synpunkter",
        Stance.IngenErinran => $"har ingen erinran mot {proposal}",
        Stance.DelvisAvstyrker => $"avstyrker {proposal} delvis",
        Stance.Avstyrker => $"avstyrker {proposal}",
        Stance.Avstar => "avstår från att yttra sig",
        _ => $"tar inte ställning till {proposal} som helhet",
    };
}
