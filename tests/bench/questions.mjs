// The nine questions, in words every peer can translate.
//
// `by`: grouped by; `sums`: measures, or ['mean', measure], or ['ratio', over, under]; `where`: what is kept, by column;
// `top`: so many groups by the first number; `distinct`: how many combinations occur; `histograms`: one for each column,
// under every filter but its own.

export const QUESTIONS = {
  Q1: { by: [], sums: ['contacts', 'cost_dkk'] },
  Q2: { by: ['sundhedsraad'], sums: ['contacts', 'cost_dkk'] },
  Q3: { by: ['kommune', 'year'], sums: ['contacts', 'cost_dkk'], where: { sex: ['K'] } },
  Q4: {
    by: ['diagnosis_group', 'age_band', 'year'],
    sums: ['contacts', 'bed_days', 'cost_dkk'],
    where: { region: ['Region Hovedstaden', 'Region Midtjylland'], sector: ['Sygehus', 'Kommune', 'Privat'] },
  },
  Q5: { by: ['kommune', 'year', 'month', 'sex'], sums: ['contacts', 'cost_dkk'] },
  Q6: { by: ['hospital'], sums: ['cost_dkk'], where: { year: [2025] }, top: 10 },
  Q7: {
    histograms: ['kommune', 'age_band', 'sector', 'diagnosis_group', 'year', 'sex'],
    sums: ['contacts'],
    active: 'age_band',
    where: {
      sex: ['K'],
      sector: ['Sygehus', 'Kommune'],
      year: [2021, 2022, 2023, 2024, 2025],
      age_band: ['60-64', '65-69', '70-74', '75-79', '80-84', '85-89'],
    },
  },
  Q8: { by: ['sundhedsraad', 'year'], sums: [['mean', 'bed_days'], ['ratio', 'cost_dkk', 'contacts']] },
  Q9: { distinct: ['kommune', 'hospital'], sums: [] },
};

const AGES = [...Array.from({ length: 19 }, (_, band) => [band * 5, band * 5 + 4].map((age) => String(age).padStart(2, '0')).join('-')), '95+'];

/** The brush on ages as it is drawn along: the same question with six other bands each time. */
export const ageMoves = Array.from({ length: AGES.length - 5 }, (_, first) => moved(QUESTIONS.Q7, 'age_band', AGES.slice(first, first + 6)));

/** Another brush is picked up: three years, drawn along. */
export const yearMoves = Array.from({ length: 8 }, (_, first) => moved(QUESTIONS.Q7, 'year', [2016, 2017, 2018].map((year) => year + first)));

function moved(question, active, kept) {
  return { ...question, active, where: { ...question.where, [active]: kept } };
}
