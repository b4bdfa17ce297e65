import json,re,glob,collections,os
D='/work/main/models/judge-training/a/'
M=dict(LP='lapakria-phk',WK='wawancara-karenina',CB='chirpline-bocoran',CD='chirpline-bantah',PJ='pungutan-paket-jumpapers',PE='pungutan-paket-penjelasan',BS='bocor-sigapmedika',BG='blog-sigapmedika',TB='tarif-boncengin-blog',QC='quillstone-pusat-data',SI='startup-inkubator-daftar',ST='statistik-pengangguran',JB='jolanda-impor-beras',LA='penjelasan-label-ai',PS='larangan-ponsel-sekolah',VP='voltara-penarikan')
txt={k:open(D+'articles/'+v+'.md').read().split('---',2)[2] for k,v in M.items()}
def sents(t):return [s for s in re.split(r'(?<=[.?!"])\s+(?=["A-Z0-9])|\n+',t) if s.strip()]
out=[];err=0;seen=set()
cnt=collections.Counter();kk=collections.defaultdict(collections.Counter);st=collections.Counter();sk=collections.defaultdict(collections.Counter)
used=collections.Counter();reuse=0
STOP=set('yang dan di ke dari pada apa siapa berapa'.split())
for f in sorted(glob.glob(D+'build/q*.txt')):
  for l in open(f):
    l=l.rstrip('\n')
    if not l or l[0]=='#':continue
    p=l.split('|')
    t,kind,sty,q=p[:4]
    a=p[4].split(';;') if t=='A' else []; arts=p[5].split(',') if t=='A' else []
    if q.lower() in seen: print('DUP Q',q);err+=1
    seen.add(q.lower())
    allbody=' '.join(txt[x] for x in arts).lower()
    for s in a:
      if s.lower() not in allbody: print('MISSING',s,'|',q);err+=1
      n=sum(s.lower() in x.lower() for k in arts for x in sents(txt[k]))
      if n>len(arts): print('multi',n,s,'|',q)
    for x in arts:
      if not any(s.lower() in txt[x].lower() for s in a): print('ART w/o span',x,q);err+=1
      used[x]+=1
    level='easy' if (sty=='f' and t!='N') or t=='O' else 'nasty'
    out.append(dict(id='ja%03d'%(len(out)+1),question=q,answerable=t=='A',answers=a,articles=[M[x]+'.md' for x in arts],kind=kind,level=level,language='en' if sty=='e' else 'id'))
    cnt[t]+=1;kk[kind][t]+=1;sk[t][sty]+=1;st[sty]+=1

import random
pool=out;typ=[]
for f in sorted(glob.glob(D+'build/q*.txt')):
  for l in open(f):
    l=l.rstrip('\n')
    if l and l[0]!='#': typ.append((l[0],l.split('|')[2]))
random.seed(7)
idx={t:[i for i in range(len(pool)) if typ[i][0]==t] for t in 'ANO'}
must={i for i in range(len(pool)) if any(w in pool[i]['question'] for w in ('tiga puluh','dua ratus sepuluh','two hundred','delapan taun','lima minggu'))}
def cost(S):
  k=collections.Counter(pool[i]['kind'] for i in S);ka=collections.Counter(pool[i]['kind'] for i in S if typ[i][0]=='A')
  s=collections.Counter(typ[i][1] for i in S);sa=collections.Counter(typ[i][1] for i in S if typ[i][0]=='A')
  a=collections.Counter(x for i in S for x in pool[i]['articles'])
  c=sum((v-23.6)**2 for v in k.values())+1.5*sum((v-14.2)**2 for v in ka.values())
  c+=.5*sum((s[q]-w)**2 for q,w in(('e',65),('c',78),('f',117)))+.5*sum((sa[q]-w)**2 for q,w in(('e',39),('c',47),('f',70)))
  return c+.3*sum((v-10.7)**2 for v in a.values())+50*len(must-S)
best=None
S=set(random.sample(idx['A'],156))|set(random.sample(idx['N'],73))|set(idx['O'])
c=cost(S)
for n in range(40000):
  t=random.choice('AAN');i=random.choice([x for x in idx[t] if x in S]);j=random.choice([x for x in idx[t] if x not in S])
  T=(S-{i})|{j};d=cost(T)
  if d<=c or random.random()<2.718**(-(d-c)/max(.05,3*(1-n/30000))):S,c=T,d
print('cost',c)
main=[];extra=[]
for i,o in enumerate(pool):
  (main if i in S else extra).append(dict(o))
for n,o in enumerate(main):o['id']='ja%03d'%(n+1)
for n,o in enumerate(extra):o['id']='jax%03d'%(n+1)
for nm,L in(('questions.jsonl',main),('questions-extra.jsonl',extra)):
  with open(D+nm,'w') as h:
    for o in L:h.write(json.dumps(o,ensure_ascii=False)+'\n')
print('pool',len(pool),cnt,'err',err)
for nm in('questions.jsonl','questions-extra.jsonl'):
  L=[json.loads(x) for x in open(D+nm)]
  assert len({o['id'] for o in L})==len(L)
  for o in L:
    assert set(o)==set('id question answerable answers articles kind level language'.split())
    assert o['answerable']==bool(o['answers'])==bool(o['articles'])
    b=' '.join(open(D+'articles/'+x).read().split('---',2)[2] for x in o['articles']).lower()
    assert all(s.lower() in b for s in o['answers'])
  print(nm,len(L),collections.Counter(o['answerable'] for o in L),collections.Counter(o['language'] for o in L),collections.Counter(o['level'] for o in L))
  if nm=='questions.jsonl':
    for k in sorted({o['kind'] for o in L}):print(k,[sum(o['kind']==k and o['answerable']==b for o in L) for b in(True,False)])
    print(collections.Counter(typ[i] for i in S));print(collections.Counter(x for o in L for x in o['articles']))
# crude overlap: content words (5-letter prefix) shared by question and answering sentence, names excluded
lo=0;tot=0
for o in main:
  if not o['answerable'] or o['language']=='en':continue
  tot+=1
  w={x.lower()[:5] for x in re.findall(r'[A-Za-z]{4,}',o['question'][1:]) if x[0].islower()}-{'yang','dari','untu','siapa','berap','kapan','menga','bagai','sebut','oleh','denga','pada','untuk','gmn','saja','apaka','dalam','menur','atau','ketik'}
  m=9
  for x in o['articles']:
    for s in sents(open(D+'articles/'+x).read().split('---',2)[2]):
      if any(a.lower() in s.lower() for a in o['answers']):
        names={y.lower()[:5] for y in re.findall(r'[A-Z][a-z]{3,}',s)}
        sw={y.lower()[:5] for y in re.findall(r'[A-Za-z]{4,}',s)}
        m=min(m,len((w-names)&sw))
  lo+=m==0
  if m>=3:print('high',m,o['question'])
print('id answerable',tot,'zero shared content words',lo)
